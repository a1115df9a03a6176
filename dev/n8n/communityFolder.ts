/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const packageName = 'n8n-nodes-hmsovereign';

/**
 * Installs a packed tarball where n8n's own installer of community nodes puts packages, and in the
 * same way: unpacked, without its development dependencies. To be done before n8n starts.
 */
export function installInCommunityFolder(tarball: string, userFolder: string): void {
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
}
