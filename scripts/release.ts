/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../dev/paths';
import { released, type VersionFiles } from '../dev/release';

const FILES: Record<keyof VersionFiles, string> = {
	manifest: join(ROOT, 'package.json'),
	lock: join(ROOT, 'package-lock.json'),
	versionFile: join(ROOT, 'nodes/HmsSovereign/api/version.ts'),
	changelog: join(ROOT, 'CHANGELOG.md'),
};

/** `npm run release -- 1.2.3`: sets the version everywhere and dates the changelog; git is left alone. */
function main(version = ''): void {
	const read = (name: keyof VersionFiles) => readFileSync(FILES[name], 'utf8');
	const files = {
		manifest: read('manifest'),
		lock: read('lock'),
		versionFile: read('versionFile'),
		changelog: read('changelog'),
	};
	const changed = released(files, version, new Date().toISOString().slice(0, 10));
	for (const [name, file] of Object.entries(FILES)) {
		writeFileSync(file, changed[name as keyof VersionFiles]);
	}
	console.log(`Version ${version} is set. Look at it, then:`);
	console.log(`  git commit -am "Release ${version}" && git tag v${version} && git push --tags`);
}

try {
	main(process.argv[2]);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
