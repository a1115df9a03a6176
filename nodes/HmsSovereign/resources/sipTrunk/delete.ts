import { sipTrunkId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /sip-trunks/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete SIP trunk',
	description: 'Delete a SIP trunk',
	request: { method: 'DELETE', path: '/sip-trunks/{sipTrunkId}' },
	fields: [sipTrunkId],
};
