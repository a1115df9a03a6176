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
}

export function readSettings(context: IWebhookFunctions | IHookFunctions): Settings {
	const options = objectOf(context.getNodeParameter('options', {}));
	return {
		events: listOf(context.getNodeParameter('events', [])),
		respond: context.getNodeParameter('respond', 'onReceived') as Settings['respond'],
		verifySignature: options.verifySignature !== false,
		toleranceSeconds: Number(options.tolerance ?? DEFAULT_TOLERANCE),
		toolNames: listOf(options.toolNames),
		statuses: listOf(options.statuses),
		callTypes: listOf(options.callTypes),
	};
}

/** The assistants to register with; none for manual registration. */
export function readAssistantIds(context: IHookFunctions): string[] {
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
