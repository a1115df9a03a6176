import { clearFields, updateFields } from '../../fields/collections';
import { moreFields, toJsonObject } from '../../fields/json';
import { toolTemplateId } from '../../fields/resourceIds';
import type { Field, Operation } from '../operation';
import { description, name, toolType } from './fields';

/** The stored configuration is replaced, so a form of single settings would lose the others. */
const configuration: Field = {
	displayName: 'Configuration (JSON)',
	name: 'toolConfig',
	type: 'json',
	default: '',
	description:
		'The whole new configuration as the HMS Sovereign API names its parts; it must fit the tool type. For End Call it is {}.',
	send: { in: 'body', as: 'tool_config', value: toJsonObject },
};

const clear = clearFields([{ name: 'Description', value: 'description' }]);

/** PATCH /tool-templates/{id}. Assistants that copied the template keep their copy. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update tool template',
	description: 'Change a tool template; assistants that already copied it do not change',
	request: {
		method: 'PATCH',
		path: '/tool-templates/{toolTemplateId}',
		answer: 'tool_template',
	},
	fields: [
		toolTemplateId,
		updateFields([clear, configuration, description, moreFields, name, toolType]),
	],
};
