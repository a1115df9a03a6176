import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { templateDescription } from '../../fields/templates';
import type { Operation } from '../../operation/operation';
import { name, results, schema, systemPrompt, userPrompt } from './fields';

/** POST /analysis-templates */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create analysis template',
	description: 'Create an analysis template',
	request: { method: 'POST', path: '/analysis-templates', answer: 'analysis_template' },
	fields: [
		{ ...name, required: true },
		{ ...systemPrompt, required: true },
		{ ...userPrompt, required: true },
		results,
		{ ...schema, required: true },
		additionalFields([templateDescription, moreFields]),
	],
};
