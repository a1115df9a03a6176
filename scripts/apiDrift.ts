/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import axios from 'axios';

import { drift, type OpenApi } from '../dev/apiDrift';
import { API_OPERATIONS } from '../dev/apiOperations';

/** The API's published description (API docs: OpenAPI). */
const PUBLISHED = 'https://doc.voicedock.ai/openapi.bundled.json';

/** `npm run api:drift [-- <address>]`: exit code 1 when the API has changed, 2 when that cannot be told. */
async function main(): Promise<void> {
	const { data } = await axios.get<OpenApi>(process.argv[2] ?? PUBLISHED, { timeout: 30_000 });
	const report = drift(data, API_OPERATIONS);
	if (report === '') {
		console.log('The package knows every operation of the published API description.');
		return;
	}
	console.log(report);
	process.exitCode = 1;
}

main().catch((error: Error) => {
	console.error(`The API description could not be compared: ${error.message}`);
	process.exitCode = 2;
});
