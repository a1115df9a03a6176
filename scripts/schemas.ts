/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { outputSchemas, runAllCases } from '../dev/docs/schemas';
import { SCHEMA_FOLDER } from '../dev/paths';

/** `npm run schemas`: writes the output schemas; nothing is written when a case fails. */
async function main(): Promise<void> {
	const schemas = outputSchemas(await runAllCases());
	for (const [path, text] of schemas) {
		const file = join(SCHEMA_FOLDER, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	console.log(`${schemas.size} output schemas written`);
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
