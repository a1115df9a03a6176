import { updateFields } from '../../fields/collections';
import { moreFields, toJsonObject } from '../../fields/json';
import { toolTemplateId } from '../../fields/resourceIds';
import { clearDescription, templateDescription } from '../../fields/templates';
import type { Field, Operation } from '../../operation/operation';
import { name, toolType } from './fields';

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

/**
 * PATCH /tool-templates/{id}. Whether assistants that use the template pick the change up is not settled:
 * an older page says that they keep a copy, a comment in the vendor's SDK that they follow.
 */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update tool template',
	description: 'Change a tool template; what you do not add stays as it is',
	request: {
		method: 'PATCH',
		path: '/tool-templates/{toolTemplateId}',
		answer: 'tool_template',
	},
	fields: [
		toolTemplateId,
		updateFields([
			clearDescription,
			configuration,
			templateDescription,
			moreFields,
			name,
			toolType,
		]),
	],
};
