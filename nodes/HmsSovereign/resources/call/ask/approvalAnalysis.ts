import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../api/inputError';
import { isObject } from '../../../api/json';

/** What the analysis of the call must find out, by field and type (API docs: Call analysis). */
const FIELDS = [
	{ name: 'approved', type: 'boolean', words: 'approved (yes or no)' },
	{ name: 'reason', type: 'string', words: 'reason (text)' },
];

const PIN = { name: 'pin', type: 'string', words: 'pin (text)' };

/**
 * The API takes no analysis with a call, only from the saved assistant (API docs: Create outbound call),
 * so a saved assistant that cannot tell the answer is refused before anybody is called.
 *
 * @param assistant as the API shows it
 * @throws InputError that says which fields are missing
 */
export function checkApprovalAnalysis(assistant: IDataObject, withPin: boolean): void {
	const types = fieldTypes(assistant);
	const wanted = withPin ? [...FIELDS, PIN] : FIELDS;
	const missing = wanted.filter(({ name, type }) => types[name] !== type);
	if (missing.length === 0) return;
	const words = missing.map((field) => `"${field.words}"`).join(', ');
	throw new InputError(
		`The assistant "${String(assistant.name ?? assistant.id)}" cannot tell what was answered: its analysis does not have ${words}`,
		"Nobody was called. Add them as 'Results' of the assistant's 'Analysis' with Assistant: Update, and turn 'Enabled' on there.",
	);
}

function fieldTypes({ analysis_plan: plan }: IDataObject): Record<string, unknown> {
	const data = isObject(plan) ? plan.structured_data_plan : undefined;
	if (!isObject(data) || data.enabled === false) return {};
	const properties = isObject(data.schema) ? data.schema.properties : undefined;
	if (!isObject(properties)) return {};
	return Object.fromEntries(
		Object.entries(properties).map(([name, field]) => [name, isObject(field) ? field.type : null]),
	);
}
