import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { keyValues, pairsToObject, rowsOfCollection } from '../../fields/collections';
import { toNumberToCall } from '../../fields/phoneNumber';
import { parseJson, parseJsonObject } from '../../fields/json';
import { toText } from '../../fields/values/text';
import type { Field, ItemRun } from '../../operation/operation';

/** Variables of a lead as texts, which the API insists on (API docs: Campaign Leads). */
const variables = keyValues(
	'Variables',
	'variables',
	'What differs from lead to lead. The system message uses them as {{name}}.',
	{ in: 'body', as: 'lead.variables' },
);

const number: Field = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +31612345678',
	description: 'Number to call, in international format',
};

const leadsFrom: Field = {
	displayName: 'Leads',
	name: 'leadsFrom',
	type: 'options',
	options: [
		{ name: 'Add Later', value: 'none', description: 'With Campaign Lead > Create' },
		{ name: 'From Fields', value: 'fields', description: 'Enter them here' },
		{ name: 'From JSON', value: 'json', description: 'A list of leads as the API names them' },
		{
			name: 'One per Input Item',
			value: 'inputItems',
			description: 'One campaign from all input items; all else is taken from the first item',
		},
	],
	default: 'none',
	description: 'Whom the campaign calls',
};

const leadsInFields: Field = {
	displayName: 'Leads to Call',
	name: 'leads',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	displayOptions: { show: { leadsFrom: ['fields'] } },
	placeholder: 'Add lead',
	default: {},
	description: 'The people to call',
	options: [{ name: 'lead', displayName: 'Lead', values: [number, variables] }],
	send: { in: 'body', as: 'leads', value: leadsOfFields },
};

const leadsInJson: Field = {
	displayName: 'Leads (JSON)',
	name: 'leadsJson',
	type: 'json',
	displayOptions: { show: { leadsFrom: ['json'] } },
	default: '[\n  { "phone_number": "+31612345678", "variables": { "name": "Anna" } }\n]',
	description:
		'A list of objects with phone_number and, if needed, variables. Whatever else an object has becomes a variable.',
	send: { in: 'body', as: 'leads', value: leadsOfJson },
};

const onePerItemNotice: Field = {
	displayName:
		'One campaign is created for each input item. To make one campaign of all items, choose "One per Input Item".',
	name: 'inputItemsNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { leadsFrom: ['none', 'fields', 'json'] } },
};

const ofInputItems: Field[] = [
	{
		...number,
		displayName: 'Lead Phone Number',
		name: 'leadPhoneNumber',
		displayOptions: { show: { leadsFrom: ['inputItems'] } },
		placeholder: 'e.g. {{ $json.phone }}',
		description: 'Number to call, as an expression that reads it from the item',
		send: { in: 'body', as: 'lead.phone_number', value: toNumberToCall, isNeeded: true },
	},
	{
		...variables,
		displayName: 'Lead Variables',
		name: 'leadVariables',
		displayOptions: { show: { leadsFrom: ['inputItems'] } },
	},
];

export const leadFields: Field[] = [
	leadsFrom,
	onePerItemNotice,
	leadsInFields,
	leadsInJson,
	...ofInputItems,
];

function leadsOfFields(entered: unknown, item: ItemRun): IDataObject[] | undefined {
	const leads = rowsOfCollection(entered, 'lead').map(({ phoneNumber, variables: pairs }, index) =>
		lead(phoneNumber, pairsToObject(pairs), index, item),
	);
	return leads.length === 0 ? undefined : leads;
}

function leadsOfJson(entered: unknown, item: ItemRun): IDataObject[] | undefined {
	const rows = parseJson(entered);
	if (rows === undefined) return undefined;
	if (!Array.isArray(rows) || !rows.every(isObject)) {
		throw new Error('This must be a list, such as [{"phone_number": "+31612345678"}]');
	}
	return rows.map(({ phone_number: phoneNumber, variables: values, ...others }, index) => {
		if (phoneNumber === undefined) throw inLead(index, noNumber(others));
		return lead(phoneNumber, variablesIn(values, others, index), index, item);
	});
}

function lead(
	phoneNumber: unknown,
	texts: IDataObject | undefined,
	index: number,
	item: ItemRun,
): IDataObject {
	try {
		return { phone_number: toNumberToCall(phoneNumber, item), ...(texts && { variables: texts }) };
	} catch (error) {
		throw inLead(index, error);
	}
}

/** With a hundred leads in one parameter, people need to know which. */
function inLead(index: number, error: unknown): Error {
	return new Error(`Lead ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
}

/** People who export a table have the columns beside `phone_number`, not under `variables`. */
function variablesIn(values: unknown, others: IDataObject, index: number): IDataObject | undefined {
	try {
		const given = parseJsonObject(values) ?? {};
		const pairs = Object.entries({ ...others, ...given }).map(
			([name, value]) => [name, toText(value) ?? ''] as const,
		);
		return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
	} catch (error) {
		throw inLead(index, error);
	}
}

function noNumber(others: IDataObject): Error {
	const names = Object.keys(others).join(', ');
	return new Error(`There is no phone_number${names === '' ? '' : ` among ${names}`}`);
}
