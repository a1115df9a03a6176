import { callId } from '../../../fields/resourceIds';
import type { Operation } from '../../../operation/operation';
import { CONTROL, sendCommand } from './control';

/** POST /calls/{id}/control, type `say`. The API wants `end_after` always. */
export const say: Operation = {
	name: 'Say',
	value: 'say',
	action: 'Say something during call',
	description: 'Let the assistant speak a text in a live call',
	fields: [
		callId,
		{
			displayName: 'Text',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			required: true,
			placeholder: 'e.g. One moment please, I am looking that up.',
			description: 'What the assistant says, word for word',
			hint: 'Realtime (speech-to-speech) assistants may not speak it; use an assistant with separate speech recognition and voice',
			send: { in: 'body', as: 'content' },
		},
		{
			displayName: 'Hang Up Afterwards',
			name: 'endAfter',
			type: 'boolean',
			default: false,
			description: 'Whether to end the call once the text was spoken',
			send: { in: 'body', as: 'end_after' },
		},
	],
	run: async (item) => await sendCommand(item, 'say'),
	calls: [CONTROL],
	readsOnly: false,
};
