import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { toJsonObject } from '../../../fields/json';
import { merge } from '../../../fields/merge';
import { block } from '../../../fields/bodyFields';
import { schemaOfRows, schemaRows } from '../../../fields/schemaRows';
import type { Field } from '../../../operation/operation';

/** `analysis_plan` (API docs: Assistants, Analysis). */
export const analysisPlan: Field = {
	...block(
		{
			displayName: 'Analysis',
			name: 'analysisPlan',
			description: 'What is found out from a call once it is over',
		},
		[
			{
				displayName: 'Enabled',
				name: 'enabled',
				type: 'boolean',
				default: true,
				description: 'Whether calls are analyzed',
			},
			schemaRows({
				displayName: 'Results',
				name: 'results',
				placeholder: 'Add result',
				description: 'What to find out from each call',
			}),
			{
				displayName: 'Schema (JSON)',
				name: 'schema',
				type: 'json',
				default: '{}',
				description:
					'Results that need more than the rows above, as a JSON Schema, such as {"type": "object", "properties": {"intent": {"type": "string"}}}. Merged over them.',
			},
			{
				displayName: 'System Prompt',
				name: 'systemPrompt',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. You analyze sales calls.',
				description:
					'How to go about the analysis. {{schema}}, {{transcript}} and {{ended_reason}} are filled in.',
			},
			{
				displayName: 'User Prompt',
				name: 'userPrompt',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Find out what the caller wants.',
				description:
					'What to analyze. {{schema}}, {{transcript}} and {{ended_reason}} are filled in.',
			},
			{
				displayName: 'Min Messages',
				name: 'minMessages',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 2,
				description: 'Shorter conversations are not analyzed',
			},
		],
	),
	send: { in: 'body', as: 'analysis_plan', value: toPlan },
};

/** Only what was chosen: in a form for changes, the rest is what the assistant has. */
function toPlan(entered: unknown): IDataObject | undefined {
	const config = isObject(entered) ? entered.config : undefined;
	if (!isObject(config)) return undefined;
	const { enabled, minMessages } = config;
	const schema = schemaOf(config);
	const messages = [
		{ role: 'system', content: config.systemPrompt ?? '' },
		{ role: 'user', content: config.userPrompt ?? '' },
	].filter(({ content }) => content !== '');
	const plan = {
		...(typeof enabled === 'boolean' && { enabled }),
		...(schema !== undefined && { schema }),
		...(messages.length > 0 && { messages }),
	};
	return {
		...(Object.keys(plan).length > 0 && { structured_data_plan: plan }),
		...(typeof minMessages === 'number' && { min_messages_threshold: minMessages }),
	};
}

function schemaOf({ results, schema }: IDataObject): IDataObject | undefined {
	const rows = schemaOfRows(results);
	const json = toJsonObject(schema) ?? {};
	if (rows === undefined && Object.keys(json).length === 0) return undefined;
	return merge(rows ?? {}, json);
}
