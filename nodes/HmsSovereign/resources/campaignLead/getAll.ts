import { returnAllOrLimit } from '../../fields/lists';
import { campaignId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /campaigns/{id}/leads: all in one answer, oldest first, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many campaign leads',
	description: 'Get the leads of a campaign, oldest first',
	request: {
		method: 'GET',
		path: '/campaigns/{campaignId}/leads',
		answer: 'leads',
		list: 'whole',
	},
	fields: [campaignId, ...returnAllOrLimit],
};
