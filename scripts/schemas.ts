/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Sandbox } from '../sandbox';
import { cases } from '../dev/cases';
import { runCase, type CaseRun, type OperationCase } from '../dev/cases/operationCase';
import { schemaOf, schemaText } from '../dev/docs/outputSchema';

/** Where n8n looks for them, beside the built node. */
export const SCHEMA_FOLDER = join(__dirname, '../nodes/HmsSovereign/__schema__/v1.0.0');

/** What came out of a case. */
export interface CaseOutput {
	one: OperationCase;
	run: CaseRun;
}

/**
 * The output schema of every operation that a coverage case runs.
 *
 * @param outputs of all cases, once as usual and once with null wherever the API allows it
 * @returns file text by path below SCHEMA_FOLDER: `account/get.json`
 */
export function outputSchemas(outputs: CaseOutput[]): Map<string, string> {
	const items = new Map<string, unknown[]>();
	for (const { one, run } of outputs) {
		// What people see first is the simplified output.
		if (run.plan.parameters?.simplify === false) continue;
		const path = join(one.resource, `${one.operation}.json`);
		items.set(path, [...(items.get(path) ?? []), ...run.result.items.map(({ json }) => json)]);
	}
	return new Map([...items].map(([path, all]) => [path, schemaText(schemaOf(all, 'output'))]));
}

async function runAll(): Promise<CaseOutput[]> {
	const outputs: CaseOutput[] = [];
	for (const one of cases) {
		outputs.push({ one, run: await runCase(one) });
		outputs.push({ one, run: await runCase(one, withNulls) });
	}
	return outputs;
}

function withNulls(api: Sandbox): void {
	api.nulls = true;
}

async function write(): Promise<void> {
	const schemas = outputSchemas(await runAll());
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
