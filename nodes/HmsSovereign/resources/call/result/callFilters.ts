import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { CALL_OUTCOMES, callOutcome } from '../../../callResult/outcome';
import { locator } from '../../../fields/locator';
import { toE164 } from '../../../fields/values/phoneNumber';
import type { Field, ItemRun } from '../../../operation/operation';
import { InputError } from '../../../api/inputError';

const HERE =
	'HMS Sovereign cannot filter by this: the node reads the calls and leaves out the others.';

/** Says so, since it decides how much is read. */
const here = (what: string) => `${what} ${HERE}`;

const OUTCOME_WORDS: Record<string, string> = {
	'in-progress': 'In Progress',
	'no-credits': 'No Credits',
	'not-reached': 'Not Reached',
};

export const direction: Field = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: [
		{ name: 'Inbound', value: 'inbound' },
		{ name: 'Outbound', value: 'outbound' },
		{ name: 'Web', value: 'web' },
	],
	default: 'inbound',
	description: here('Only calls in this direction.'),
};

export const assistant = locator({
	name: 'assistantId',
	displayName: 'Assistant',
	list: 'searchAssistants',
	required: false,
	description: here('Only calls of this assistant.'),
});

const phoneNumber = locator({
	name: 'phoneNumberId',
	displayName: 'Phone Number',
	list: 'searchPhoneNumbers',
	required: false,
	description: here('Only calls to or from this number of yours.'),
});

const customerNumber: Field = {
	displayName: 'Customer Number',
	name: 'customerNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +31612345678',
	description: here('Only calls with the person who has this number, in and out.'),
};

export const outcome: Field = {
	displayName: 'Outcome',
	name: 'outcome',
	type: 'multiOptions',
	options: CALL_OUTCOMES.map((value) => ({
		name: OUTCOME_WORDS[value] ?? value[0].toUpperCase() + value.slice(1),
		value,
	})),
	default: [],
	description: here('Only calls that went like this.'),
};

/** Filters of calls that the API does not have (API docs: List calls), so that they are applied here. */
export const callFilters: Field[] = [direction, assistant, phoneNumber, customerNumber, outcome];

/**
 * What an item's filters let through.
 *
 * @returns undefined when none of them is set
 * @throws InputError for a number or a list of outcomes that cannot be read
 */
export function callFilter(item: ItemRun): ((call: IDataObject) => boolean) | undefined {
	const entered: unknown = item.parameter('filters');
	const filters = isObject(entered) ? entered : {};
	const wanted: Array<[field: string, value: unknown]> = [
		['direction', filters.direction],
		['agent_id', filters.assistantId],
		['number_id', filters.phoneNumberId],
	];
	const customer = numberIn(filters.customerNumber);
	const set = wanted.filter(([, value]) => value !== undefined && value !== '');
	const outcomes = outcomesIn(filters.outcome);
	if (set.length === 0 && outcomes.length === 0 && customer === undefined) return undefined;
	return (call) =>
		set.every(([field, value]) => call[field] === value) &&
		(customer === undefined || [call.caller_phone, call.assistant_phone].includes(customer)) &&
		(outcomes.length === 0 || outcomes.includes(String(callOutcome(call))));
}

function numberIn(entered: unknown): string | undefined {
	if (entered === undefined || entered === '') return undefined;
	try {
		return toE164(entered);
	} catch (error) {
		throw refused(customerNumber, error instanceof Error ? error.message : String(error));
	}
}

function refused({ displayName }: Field, reason: string): InputError {
	return new InputError(`'${displayName}': ${reason}`);
}

/** An expression may give one word instead of a list; a word that is none would let nothing through. */
function outcomesIn(entered: unknown): string[] {
	const words = [entered ?? []].flat().map(String);
	const unknown = words.find((word) => !CALL_OUTCOMES.some((known) => known === word));
	if (unknown === undefined) return words;
	throw refused(outcome, `"${unknown}" is none of ${CALL_OUTCOMES.join(', ')}`);
}
