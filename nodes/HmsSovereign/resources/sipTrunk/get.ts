import { sipTrunkId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /sip-trunks/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get SIP trunk',
	description: 'Get a SIP trunk',
	request: { method: 'GET', path: '/sip-trunks/{sipTrunkId}', answer: 'trunk' },
	fields: [sipTrunkId],
};
