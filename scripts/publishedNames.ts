/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, no-console -- a command for the terminal, never in n8n */
import { writeFileSync } from 'node:fs';

import { publishedNames, RECORD } from '../dev/publishedNames';

/** `npm run names`: records the names that saved workflows hold, after a change that was meant. */
publishedNames()
	.then((names) => writeFileSync(RECORD, `${names.join('\n')}\n`))
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
