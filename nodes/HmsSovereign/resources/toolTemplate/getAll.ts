import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /tool-templates: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tool templates',
	description: 'Get tool templates',
	request: { method: 'GET', path: '/tool-templates', answer: 'tool_templates', list: 'whole' },
	fields: [...returnAllOrLimit],
};
