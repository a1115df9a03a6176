import { callId } from '../../../fields/resourceIds';
import type { Operation } from '../../../operation/operation';
import { CONTROL, sendCommand } from './control';

/** POST /calls/{id}/control, type `inject-context`. The API wants `trigger_response` always. */
export const injectContext: Operation = {
	name: 'Inject Context',
	value: 'injectContext',
	action: 'Give assistant context during call',
	description: 'Tell the assistant something during a live call, unheard by the caller',
	fields: [
		callId,
		{
			displayName: 'Context',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. The customer has an open invoice of 120 euros.',
			description: 'What the assistant should know from now on',
			hint: 'Has little effect on realtime (speech-to-speech) assistants',
			send: { in: 'body', as: 'content' },
		},
		{
			displayName: 'React at Once',
			name: 'triggerResponse',
			type: 'boolean',
			default: false,
			description:
				'Whether the assistant reacts right away; otherwise it uses the context from its next turn on',
			send: { in: 'body', as: 'trigger_response' },
		},
	],
	run: async (item) => await sendCommand(item, 'inject-context'),
	calls: [CONTROL],
	readsOnly: false,
};
