import { toolTemplateId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /tool-templates/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete tool template',
	description: 'Delete a tool template',
	request: { method: 'DELETE', path: '/tool-templates/{toolTemplateId}' },
	fields: [toolTemplateId],
};
