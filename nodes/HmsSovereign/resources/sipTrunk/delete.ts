import { sipTrunkId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /sip-trunks/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete SIP trunk',
	description: 'Delete a SIP trunk',
	request: {
		method: 'DELETE',
		path: '/sip-trunks/{sipTrunkId}',
		advice: {
			409: 'Phone numbers still use this trunk. Detach it with Phone Number: Update, Clear Fields, and run the node again.',
		},
	},
	fields: [sipTrunkId],
};
