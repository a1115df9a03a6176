import { simplify } from '../../fields/lists';
import { campaignId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /campaigns/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get campaign',
	description: 'Get a campaign',
	request: { method: 'GET', path: '/campaigns/{campaignId}', answer: 'campaign', simplified },
	fields: [campaignId, simplify],
};
