import { updateFields } from '../../fields/collections';
import { moreFields, parseJsonObject } from '../../fields/json';
import { analysisTemplateId } from '../../fields/resourceIds';
import { clearDescription, templateDescription } from '../../fields/templates';
import type { Field, Operation } from '../../operation/operation';
import { name, results, schema, systemPrompt, userPrompt } from './fields';

/** An empty schema is none, since the rows may say it all. */
const changedSchema: Field = {
	...schema,
	default: '{}',
	send: { in: 'body', as: 'schema', value: parseJsonObject },
};

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
			changedSchema,
			systemPrompt,
			userPrompt,
		]),
	],
};
