/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { join } from 'node:path';

import type { Sandbox } from '../../sandbox';
import { cases } from '../cases';
import { runCase, titleOf, type CaseRun, type OperationCase } from '../cases/operationCase';
import { schemaOf, schemaText } from './outputSchema';

/** What came out of a case. */
export interface CaseOutput {
	one: OperationCase;
	run: CaseRun;
}

/** What goes into a reply is up to the user, so the schemas of these operations are written by hand. */
export const isByHand = ({ resource }: { resource: string }) => resource === 'webhookReply';

/** Whether a case says something about fields that are null. */
export const showsNulls = ({ needsValues }: OperationCase) => needsValues === undefined;

/** Runs every case, once as usual and once with null wherever the API allows it. */
export async function runAllCases(): Promise<CaseOutput[]> {
	const outputs: CaseOutput[] = [];
	for (const one of cases) {
		outputs.push({ one, run: await runCase(one) });
		if (showsNulls(one)) outputs.push({ one, run: await runCase(one, withNulls) });
	}
	return outputs;
}

function withNulls(api: Sandbox): void {
	api.nulls = true;
}

/**
 * The output schema of every operation that a case runs.
 *
 * @returns file text by path below the folder of schemas: `account/get.json`
 * @throws Error naming the case that failed, or the operation that put nothing out
 */
export function outputSchemas(outputs: CaseOutput[]): Map<string, string> {
	const items = new Map<string, unknown[]>();
	for (const { one, run } of outputs) {
		const { error, items: output } = run.result;
		if (error !== undefined) throw new Error(`The case "${titleOf(one)}" fails: ${error.message}`);
		// What people see first is the simplified output.
		if (isByHand(one) || run.plan.parameters?.simplify === false) continue;
		const path = join(one.resource, `${one.operation}.json`);
		items.set(path, [...(items.get(path) ?? []), ...output.map(({ json }) => json)]);
	}
	return new Map([...items].map(([path, all]) => [path, schemaOfItems(path, all)]));
}

function schemaOfItems(path: string, items: unknown[]): string {
	if (items.length === 0) throw new Error(`No case of ${path} puts an item out`);
	return schemaText(schemaOf(items, 'output'));
}
