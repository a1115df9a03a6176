import { isObject } from '../schema/rules';
import type { Assistant, JsonObject, Message } from '../store/types';

/** Talk that fits any assistant, for calls whose script says nothing else. */
export function defaultTalk({ first_message, business_name }: Assistant): Message[] {
	return [
		{ role: 'assistant', content: first_message ?? `${business_name ?? 'Hello'}, how can I help?` },
		{ role: 'user', content: 'I would like to know when you are open on Saturday.' },
		{ role: 'assistant', content: 'On Saturday we are open from nine to one. Anything else?' },
		{ role: 'user', content: 'No, that was all. Thank you, goodbye.' },
	];
}

export const DEFAULT_SUMMARY =
	'The caller asked about the opening hours on Saturday and was told they are from nine to one.';

/** Result of the analysis an assistant asks for: a value that fits each property of its schema. */
export function analysisFor({ analysis_plan }: Assistant): JsonObject | null {
	const plan = analysis_plan?.structured_data_plan;
	if (!isObject(plan) || plan.enabled !== true) return null;
	const properties = isObject(plan.schema) ? plan.schema.properties : undefined;
	if (!isObject(properties)) return {};
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => [name, sample(schema)]),
	);
}

function sample(schema: unknown): unknown {
	if (!isObject(schema)) return null;
	if (Array.isArray(schema.enum)) return schema.enum[0] as unknown;
	if (schema.type === 'boolean') return true;
	if (schema.type === 'integer' || schema.type === 'number') return 8;
	if (schema.type === 'array') return [];
	if (schema.type === 'object') return {};
	return 'opening hours';
}
