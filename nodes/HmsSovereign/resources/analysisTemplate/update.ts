import { clearFields, updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { analysisTemplateId } from '../../fields/resourceIds';
import type { Operation } from '../operation';
import { description, name, schema, systemPrompt, userPrompt } from './fields';

const clear = clearFields([{ name: 'Description', value: 'description' }]);

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
		updateFields([clear, description, moreFields, name, schema, systemPrompt, userPrompt]),
	],
};
