/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { request as httpRequest, type RequestListener } from 'node:http';
import type { Sandbox } from '../../../sandbox';
import { startHttpsStandIn, type HttpsStandIn } from '../../../dev/standIns/httpsStandIn';
import type { N8nUnderTest } from './n8nUnderTest';

/** Passes what is sent to the live API's address on to a sandbox: a newcomer leaves the address as it is. */
export async function startApiStandIn(n8n: N8nUnderTest, sandbox: Sandbox): Promise<HttpsStandIn> {
	const { hostname, port } = new URL(sandbox.url);
	const passOn: RequestListener = (incoming, outgoing) => {
		const { method, url, headers } = incoming;
		const passedOn = httpRequest({ hostname, port, method, path: url, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		passedOn.on('error', () => outgoing.destroy());
		incoming.pipe(passedOn);
	};
	return await startHttpsStandIn(n8n, { 'api.hmsovereign.com': passOn });
}
