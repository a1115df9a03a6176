import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../api/json';
import type { Filters } from './delivery/events';
import { DEFAULT_TOLERANCE } from '../signing/signature';

/** The trigger's parameters, as far as deliveries are concerned. */
export interface Settings extends Filters {
	events: string[];
	respond: 'onReceived' | 'lastNode' | 'responseNode';
	verifySignature: boolean;
	toleranceSeconds: number;
	/** Whether assistants may be taken that send their events to another n8n. */
	takeOver: boolean;
	/** Whether only the assistant's id, name and metadata come out. */
	simplify: boolean;
}

export function readSettings(context: IWebhookFunctions | IHookFunctions): Settings {
	const options = objectOf(context.getNodeParameter('options', {}));
	return {
		events: listOf(context.getNodeParameter('events', [])),
		respond: context.getNodeParameter('respond', 'onReceived') as Settings['respond'],
		verifySignature: options.verifySignature !== false,
		toleranceSeconds: toleranceIn(options.tolerance),
		takeOver: options.takeOver === true,
		simplify: context.getNodeParameter('simplify', true) !== false,
		toolNames: listOf(options.toolNames),
		statuses: listOf(options.statuses),
		callTypes: listOf(options.callTypes),
	};
}

/**
 * Seconds in the option, a number or a number as text. Whatever else an expression makes of it leaves the
 * default in place: a value that cannot be read must not switch the check of a delivery's age off.
 */
function toleranceIn(value: unknown): number {
	const isNumber = typeof value === 'number' || (typeof value === 'string' && PLAIN.test(value));
	const seconds = isNumber ? Number(value) : NaN;
	return Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_TOLERANCE;
}

const PLAIN = /^\s*\d+(\.\d+)?\s*$/;

/** The assistants to register with; none for manual registration. */
export function readAssistantIds(context: IHookFunctions | IWebhookFunctions): string[] {
	if (context.getNodeParameter('registration') !== 'automatic') return [];
	const more = objectOf(context.getNodeParameter('moreAssistants', {})).assistants;
	const locators = [
		context.getNodeParameter('assistantId', ''),
		...(Array.isArray(more) ? more.map((entry) => objectOf(entry).assistantId) : []),
	];
	return [...new Set(locators.map(idOf).filter((id) => id !== ''))];
}

function idOf(locator: unknown): string {
	const id = isObject(locator) ? locator.value : locator;
	return typeof id === 'string' ? id.trim() : '';
}

function objectOf(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** A choice of several, or names separated by commas. */
function listOf(value: unknown): string[] {
	const names = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
	return names.map((name) => String(name).trim()).filter((name) => name !== '');
}
