/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { cases } from '../test/engine/operations/cases';
import { runCase } from '../test/engine/operations/operationCase';
import { schemaOf, schemaText } from './outputSchema';

/** Where n8n looks for them, beside the built node. */
export const SCHEMA_FOLDER = join(__dirname, '../nodes/HmsSovereign/__schema__/v1.0.0');

/**
 * The output schema of every operation that a coverage case runs, made from what comes out of the engine
 * in all its cases, once as usual and once with null wherever the API allows it.
 *
 * @returns file text by path below SCHEMA_FOLDER: `account/get.json`
 */
export async function outputSchemas(): Promise<Map<string, string>> {
	const outputs = new Map<string, unknown[]>();
	for (const one of cases) {
		const path = join(one.resource, `${one.operation}.json`);
		const usual = await runCase(one);
		// What people see first is the simplified output.
		if (usual.plan.parameters?.simplify === false) continue;
		const withNulls = await runCase(one, (api) => {
			api.nulls = true;
		});
		const items = [...usual.result.items, ...withNulls.result.items].map(({ json }) => json);
		outputs.set(path, [...(outputs.get(path) ?? []), ...items]);
	}
	return new Map(
		[...outputs].map(([path, items]) => [path, schemaText(schemaOf(items, 'output'))]),
	);
}

async function write(): Promise<void> {
	const schemas = await outputSchemas();
	for (const [path, text] of schemas) {
		const file = join(SCHEMA_FOLDER, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	console.log(`${schemas.size} output schemas written`);
}

if (require.main === module) {
	write().catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
