import { campaignId, leadId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /campaigns/{id}/leads/{leadId}. The API refuses it while the lead is being called. */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete campaign lead',
	description: 'Remove a lead from a campaign; not possible while it is being called',
	request: {
		method: 'DELETE',
		path: '/campaigns/{campaignId}/leads/{leadId}',
		advice: {
			409: 'The lead is being called at this moment. Run the node again when the call is over.',
		},
	},
	fields: [campaignId, leadId],
};
