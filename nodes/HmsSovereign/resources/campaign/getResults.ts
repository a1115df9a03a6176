import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { rowsOf, unwrap } from '../../api/answer';
import { InputError } from '../../api/inputError';
import { isObject } from '../../api/json';
import { pages } from '../../api/pages';
import { campaignId } from '../../fields/resourceIds';
import type { Field, ItemRun, Operation } from '../../operation/operation';
import { joinCalls, leadRow, totals } from './results';

const output: Field = {
	displayName: 'Output',
	name: 'resultsAs',
	type: 'options',
	options: [
		{
			name: 'One Item per Campaign',
			value: 'campaign',
			description: 'Counts, minutes and cost, with the leads in a field',
		},
		{
			name: 'One Item per Lead',
			value: 'leads',
			description: 'Each lead with its last call, for a table or sheet',
		},
	],
	default: 'campaign',
	description: 'What comes out',
};

const price: Field = {
	displayName: 'Price per Minute',
	name: 'pricePerMinute',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	placeholder: 'e.g. 0.07',
	description:
		'What a minute costs you, in your currency, for the cost in the output. 0 leaves the cost out. The API does not tell prices.',
};

/** `GET /campaigns/{id}`, its leads, and the calls made since it was created. */
export const getResults: Operation = {
	name: 'Get Results',
	value: 'getResults',
	action: 'Get results of campaign',
	description: 'Get the leads of a campaign with their calls, how these went, minutes and cost',
	fields: [campaignId, output, price],
	run: resultsOf,
	calls: ['GET /campaigns/{campaignId}', 'GET /campaigns/{campaignId}/leads', 'GET /calls'],
	readsOnly: true,
};

async function resultsOf(item: ItemRun): Promise<INodeExecutionData[]> {
	const perMinute = priceOf(item);
	const read = async (path: string) => await item.send(item.build({ method: 'GET', path }));
	const answer = unwrap(await read('/campaigns/{campaignId}'), 'campaign');
	const campaign = isObject(answer) ? answer : {};
	const leads = rowsOf(await read('/campaigns/{campaignId}/leads'), 'leads');
	const wasCalled = leads.some(({ attempts, call_id: id }) => Number(attempts) > 0 || id);
	const calls = wasCalled ? await callsSince(item, campaign.created_at) : [];

	const results = joinCalls(campaign, leads, calls);
	const rows = results.map((result) => leadRow(result, perMinute));
	if (item.parameter('resultsAs') === 'leads') return rows.map((json) => ({ json }));
	return [{ json: { ...totals(campaign, results, perMinute), leads: rows } }];
}

async function callsSince(item: ItemRun, created: unknown): Promise<IDataObject[]> {
	const query = typeof created === 'string' ? { start_date: created } : {};
	const request = { method: 'GET' as const, path: '/calls', query };
	const calls: IDataObject[] = [];
	for await (const rows of pages(item.send, request, { key: 'calls' })) {
		for (const row of rows) calls.push(row);
	}
	return calls;
}

/** @returns undefined when no cost is wanted */
function priceOf(item: ItemRun): number | undefined {
	const entered = item.parameter('pricePerMinute') ?? 0;
	const value = entered === '' ? 0 : Number(entered);
	if (value >= 0 && Number.isFinite(value)) return value === 0 ? undefined : value;
	throw new InputError(
		`'${price.displayName}': "${String(entered)}" is not a number of 0 or more.`,
	);
}
