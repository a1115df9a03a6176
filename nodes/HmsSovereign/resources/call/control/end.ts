import { callId } from '../../../fields/resourceIds';
import type { Operation } from '../../../operation/operation';
import { CONTROL, sendCommand } from './control';

/** POST /calls/{id}/control, type `end-call`; works with realtime assistants too. */
export const end: Operation = {
	name: 'End',
	value: 'end',
	action: 'End call',
	description: 'Hang up a live call, after a last sentence if you want',
	fields: [
		callId,
		{
			displayName: 'Last Sentence',
			name: 'message',
			type: 'string',
			default: '',
			placeholder: 'e.g. Thank you for calling. Goodbye!',
			description: 'What the assistant says before it hangs up; left empty, it hangs up at once',
			send: { in: 'body', as: 'message' },
		},
	],
	run: async (item) => await sendCommand(item, 'end-call'),
	calls: [CONTROL],
	readsOnly: false,
};
