import { updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { analysisTemplateId } from '../../fields/resourceIds';
import { clearDescription, templateDescription } from '../../fields/templates';
import type { Operation } from '../../operation/operation';
import { name, schema, systemPrompt, userPrompt } from './fields';

/** PATCH /analysis-templates/{id}. Assistants that copied the template keep their copy. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update analysis template',
	description: 'Change an analysis template; assistants that already copied it do not change',
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
			schema,
			systemPrompt,
			userPrompt,
		]),
	],
};
