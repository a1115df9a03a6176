/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const authorityName = 'authority';

/** Makes a certificate authority for this run; answers the path of its certificate. */
export function createTestAuthority(folder: string): string {
	const certificate = path.join(folder, `${authorityName}.crt`);
	openssl(
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
		...['-subj', '/CN=Test authority of n8n-nodes-hmsovereign'],
		...['-keyout', path.join(folder, `${authorityName}.key`), '-out', certificate],
	);
	return certificate;
}

/** Makes a certificate for `host` that the test authority signed. */
export function createCertificate(folder: string, host: string): { key: string; cert: string } {
	const file = (ending: string) => path.join(folder, `${host}.${ending}`);
	openssl(
		...['req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${host}`],
		...['-keyout', file('key'), '-out', file('csr')],
	);
	// Clients look at the alternative name only, not at the common name.
	writeFileSync(file('ext'), `subjectAltName=DNS:${host}\n`);
	openssl(
		...['x509', '-req', '-in', file('csr'), '-out', file('crt'), '-days', '1'],
		...['-CA', path.join(folder, `${authorityName}.crt`)],
		...['-CAkey', path.join(folder, `${authorityName}.key`), '-CAcreateserial'],
		...['-extfile', file('ext')],
	);
	return { key: file('key'), cert: file('crt') };
}

function openssl(...args: string[]): void {
	execFileSync('openssl', args, { stdio: 'pipe' });
}
