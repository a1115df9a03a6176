import { withResult } from '../../../callResult/withResult';
import { simplify } from '../../../fields/lists';
import { callId } from '../../../fields/resourceIds';
import type { Operation } from '../../../operation/operation';
import { simplified } from './simplified';

/** GET /calls/{id}: bare, without an envelope (API docs: Get call). */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get call',
	description:
		'Get a call: its status, and once it has ended the transcript, summary and recording',
	request: {
		method: 'GET',
		path: '/calls/{callId}',
		simplified: [...simplified, 'messages', 'recording_url'],
		extended: withResult,
	},
	fields: [callId, simplify],
};
