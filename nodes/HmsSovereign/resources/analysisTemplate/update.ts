import { updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { analysisTemplateId } from '../../fields/resourceIds';
import { clearDescription, templateDescription } from '../../fields/templates';
import type { Operation } from '../../operation/operation';
import { name, results, schema, systemPrompt, userPrompt } from './fields';

/** PATCH /analysis-templates/{id}. Whether assistants that use the template follow is not documented. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update analysis template',
	description: 'Change an analysis template; what you do not add stays as it is',
	request: {
		method: 'PATCH',
		path: '/analysis-templates/{analysisTemplateId}',
		answer: 'analysis_template',
	},
	fields: [
		analysisTemplateId,
		updateFields([
			clearDescription,
			templateDescription,
			moreFields,
			name,
			results,
			{ ...schema, default: '' },
			systemPrompt,
			userPrompt,
		]),
	],
};
