import { toolTemplateId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /tool-templates/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get tool template',
	description: 'Get a tool template',
	request: { method: 'GET', path: '/tool-templates/{toolTemplateId}', answer: 'tool_template' },
	fields: [toolTemplateId],
};
