import { InputError } from '../../api/inputError';
import { isObject } from '../../api/json';
import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { templateDescription } from '../../fields/templates';
import type { Operation, RequestSpec } from '../../operation/operation';
import { destinations, functionSettings, isFunctionName, name, toolType } from './fields';

/** A function without a name of its own is called like its template (API docs: Tool Templates). */
const refuseBadName: RequestSpec['check'] = ({ body }) => {
	const config = isObject(body.tool_config) ? body.tool_config : {};
	if (body.tool_type !== 'function' || config.name || isFunctionName(body.name)) return;
	throw new InputError(
		`'Name': "${String(body.name)}" cannot be the name of a function`,
		"Enter a 'Function Name' of letters, digits, _ and -, such as lookup_customer.",
	);
};

/** POST /tool-templates */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create tool template',
	description: 'Create a tool template',
	request: {
		method: 'POST',
		path: '/tool-templates',
		answer: 'tool_template',
		body: { tool_config: {} },
		check: refuseBadName,
	},
	fields: [
		{ ...name, required: true },
		{ ...toolType, required: true },
		...functionSettings,
		destinations,
		additionalFields([templateDescription, moreFields]),
	],
};
