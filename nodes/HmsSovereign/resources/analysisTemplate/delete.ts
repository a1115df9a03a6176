import { analysisTemplateId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /analysis-templates/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete analysis template',
	description: 'Delete an analysis template',
	request: { method: 'DELETE', path: '/analysis-templates/{analysisTemplateId}' },
	fields: [analysisTemplateId],
};
