import { campaignId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /campaigns/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete campaign',
	description: 'Delete a campaign',
	request: { method: 'DELETE', path: '/campaigns/{campaignId}' },
	fields: [campaignId],
};
