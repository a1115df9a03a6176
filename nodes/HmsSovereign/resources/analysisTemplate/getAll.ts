import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /analysis-templates: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many analysis templates',
	description: 'Get analysis templates',
	request: {
		method: 'GET',
		path: '/analysis-templates',
		answer: 'analysis_templates',
		list: 'whole',
	},
	fields: [...returnAllOrLimit],
};
