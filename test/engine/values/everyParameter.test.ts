import { deepCopy, type IDataObject } from 'n8n-workflow';

import { cases } from '../../../dev/cases';
import { titleOf, type OperationCase } from '../../../dev/cases/operationCase';
import { runNode } from '../../../dev/engine/engine';
import type { ShownError } from '../../../dev/engine/result';
import { credentialOf } from '../../../dev/engine/sandbox';
import { allOperations } from '../../../dev/menu';
import type { Field } from '../../../nodes/HmsSovereign/operation/operation';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { anyValues, literal } from './anyValue';
import { leavesOf, setAt, valueAt, type Leaf } from './leaves';

/** The same seed gives the same values. */
const SEED = 20261125;

/** Values for each parameter; each is an item of one run of the engine. */
const VALUES = 2;

/** These wait for calls or for a trigger; what they read is read in the same way. */
const LEFT_OUT = [
	'call: startAndWait',
	'webhookReply: toolCalls',
	'webhookReply: assistantRequest',
];

/** Refusals of the API that are not about a value's form: an ID that nobody has, what is in use. */
const NOT_OF_FORM = ['402', '403', '404', '409'];

/**
 * What an option holds for the items that try another parameter. A protection that is there, but is given
 * nothing, stops the call, and would hide what the others do.
 */
const HELD: IDataObject = { doNotCall: '+31600000000', pin: '4711' };

interface Trial {
	leaf: Leaf;
	/** JavaScript of the value. */
	value: string;
}

/** A parameter is tried in one case of its operation. */
const tried = new Set<string>();

function operationOf({ resource, operation }: OperationCase) {
	return allOperations().find(
		(one) => one.resource.value === resource && one.operation.value === operation,
	)?.operation;
}

function trialsOf(one: OperationCase, parameters: IDataObject): Trial[] {
	const { fields = [], options = [] } = operationOf(one) ?? {};
	const group: Field = { displayName: 'Options', name: 'options', type: 'collection', default: {} };
	return leavesOf([...fields, { ...group, options }], parameters)
		.filter(({ path, field }) => {
			const key = `${one.resource} ${one.operation} ${path.join('.')} ${field.displayName}`;
			const isExpression = String(baseOf(valueAt(parameters, path))).startsWith('=');
			return !isExpression && !tried.has(key) && tried.add(key).size > 0;
		})
		.flatMap((leaf, index) =>
			anyValues(SEED + tried.size + index, VALUES).map((value) => ({ leaf, value })),
		);
}

/** What a parameter holds in the case itself; of a picker the ID. */
function baseOf(value: unknown): unknown {
	const isPicker = typeof value === 'object' && value !== null && '__rl' in value;
	return isPicker ? (value as unknown as IDataObject).value : value;
}

/** The case's parameters, each an expression that gives another value for the items that try it. */
function withExpressions(parameters: IDataObject, trials: Trial[]): IDataObject {
	const changed = deepCopy(parameters);
	for (const leaf of new Set(trials.map((trial) => trial.leaf))) {
		const choices = trials
			.map((trial, k) => (trial.leaf === leaf ? `$json.k === ${k} ? (${trial.value}) : ` : ''))
			.join('');
		const held = baseOf(valueAt(parameters, leaf.path)) ?? HELD[leaf.field.name];
		const value = `={{ ${choices}${literal(held)} }}`;
		const isPicker = leaf.field.type === 'resourceLocator';
		setAt(changed, leaf.path, isPicker ? { __rl: true, mode: 'id', value } : value);
	}
	return changed;
}

/** What came of each trial that failed. */
async function failuresOf(
	one: OperationCase,
	api: Sandbox,
	trials: Trial[],
	{ parameters = {}, input = [{}] }: { parameters?: IDataObject; input?: IDataObject[] },
): Promise<Array<Trial & { error: ShownError }>> {
	const { resource, operation } = one;
	const node = { resource, operation, ...withExpressions(parameters, trials) };
	const rows = trials.map((_, k) => ({ ...input[0], k }));
	const { runAll, runBatch } = operationOf(one) ?? {};
	// Where one request serves all items, the first item speaks for all.
	const isTogether = runAll !== undefined || runBatch !== undefined;
	const failures: Array<Trial & { error: ShownError }> = [];
	for (const run of isTogether ? rows.map((row) => [row]) : [rows]) {
		const result = await runNode(node, {
			credential: credentialOf(api),
			input: run,
			onError: 'continueRegularOutput',
		});
		if (isTogether && result.error) failures.push({ ...trials[run[0].k], error: result.error });
		else expect(result.error).toBeUndefined();
		for (const { pairedItem, error } of result.items) {
			if (error === undefined) continue;
			const at = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
			// In the output of an item lies what the editor shows.
			failures.push({ ...trials[run[at].k], error: error as unknown as ShownError });
		}
	}
	return failures;
}

function isExplained({ leaf: { names, field }, error }: Trial & { error: ShownError }): boolean {
	const { message, description, httpCode } = error;
	if (NOT_OF_FORM.includes(String(httpCode))) return true;
	// What people write as the API names it, the API may call by that name.
	if (field.type === 'json' && /is not a known field/.test(message)) return true;
	// A choice decides what else is asked for, and that says that it is empty.
	if (field.type === 'options' && /^'.+'/.test(message)) return true;
	return names.some((name) => `${message} ${description ?? ''}`.includes(`'${name}'`));
}

const chosen = cases.filter(
	({ resource, operation }) => !LEFT_OUT.includes(`${resource}: ${operation}`),
);

test.each(chosen.map((one) => [titleOf(one), one] as const))(
	'%s: each parameter is understood, or refused by its name',
	async (_, one) => {
		const api = await startSandbox({ ...one.sandbox, requestLimit: 1e6, controlLimit: 1e6 });
		try {
			const plan = await one.plan(api);
			const trials = trialsOf(one, plan.parameters ?? {});
			const failures = await failuresOf(one, api, trials, plan);
			const unexplained = failures.filter((failure) => !isExplained(failure));
			expect(
				unexplained.map(({ leaf, value, error }) => ({
					parameter: leaf.names.join(' > '),
					value,
					message: error.message,
					description: error.description,
				})),
			).toEqual([]);
			const sent = api.requests.map(({ path, body }) => `${path} ${JSON.stringify(body) ?? ''}`);
			const wrong = /\[object|NaN|undefined|Invalid Date/;
			expect(sent.filter((text) => wrong.test(text))).toEqual([]);
		} finally {
			await api.close();
		}
	},
	120_000,
);
