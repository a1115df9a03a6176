import type { Field, ItemRun } from '../operation/operation';

/** Return All and Limit, with n8n's standard words. The runtime reads them for every list. */
export const returnAllOrLimit: Field[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** How many rows the user wants; undefined = all. */
export function limitOf(item: ItemRun): number | undefined {
	return item.parameter('returnAll') === true ? undefined : Number(item.parameter('limit'));
}

/** For objects with more than 10 fields; the operation's request names the fields that are kept. */
export const simplify: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
