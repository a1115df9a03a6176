/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { outputSchemas, SCHEMA_FOLDER } from '../../../scripts/schemas';
import { allOperations } from './operationCase';

let generated: Map<string, string>;

beforeAll(async () => {
	generated = await outputSchemas();
}, 120_000);

test.each(
	allOperations().map(({ resource, operation }) => join(resource.value, `${operation.value}.json`)),
)('%s is what `npx gulp schemas` makes of today’s outputs', (path) => {
	const file = join(SCHEMA_FOLDER, path);
	expect(existsSync(file)).toBe(true);
	const text = readFileSync(file, 'utf8');
	// Webhook Reply needs a waiting call, so its schemas are written by hand.
	if (path.startsWith('webhookReply')) expect(() => JSON.parse(text) as unknown).not.toThrow();
	else expect(text).toBe(generated.get(path));
});
