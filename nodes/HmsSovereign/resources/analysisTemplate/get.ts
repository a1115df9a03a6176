import { analysisTemplateId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /analysis-templates/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get analysis template',
	description: 'Get an analysis template',
	request: {
		method: 'GET',
		path: '/analysis-templates/{analysisTemplateId}',
		answer: 'analysis_template',
	},
	fields: [analysisTemplateId],
};
