import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { parseJsonObject } from '../../../fields/json';
import { block } from '../../../fields/bodyFields';
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
			{
				displayName: 'Schema (JSON)',
				name: 'schema',
				type: 'json',
				default: '{}',
				description:
					'What to find out, as a JSON Schema, such as {"type": "object", "properties": {"intent": {"type": "string"}}}',
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
				typeOptions: { minValue: 0 },
				default: 2,
				description: 'Shorter conversations are not analyzed',
			},
		],
	),
	send: { in: 'body', as: 'analysis_plan', value: toPlan },
};

function toPlan(entered: unknown): IDataObject | undefined {
	const config = isObject(entered) ? entered.config : undefined;
	if (!isObject(config)) return undefined;
	const schema = parseJsonObject(config.schema);
	const messages = [
		{ role: 'system', content: config.systemPrompt ?? '' },
		{ role: 'user', content: config.userPrompt ?? '' },
	].filter(({ content }) => content !== '');
	return {
		structured_data_plan: {
			enabled: config.enabled !== false,
			...(schema !== undefined && { schema }),
			...(messages.length > 0 && { messages }),
		},
		min_messages_threshold: Number(config.minMessages ?? 2),
	};
}
