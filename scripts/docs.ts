/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import { readFileSync, writeFileSync } from 'node:fs';

import { ARCHITECTURE_FILE, withPictures } from '../dev/docs/architecturePage';
import { DOCS_FILE, operationsPage } from '../dev/docs/operationsPage';
import { filled, README } from '../dev/docs/readme';

/** `npm run docs`: writes the operation reference, and the parts of other pages that are made. */
try {
	writeFileSync(DOCS_FILE, operationsPage());
	writeFileSync(README, filled(readFileSync(README, 'utf8')));
	writeFileSync(ARCHITECTURE_FILE, withPictures(readFileSync(ARCHITECTURE_FILE, 'utf8')));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
