import { toE164 } from '../../../fields/values/phoneNumber';
import { callId } from '../../../fields/resourceIds';
import type { Operation } from '../../../operation/operation';
import { CONTROL, sendCommand } from './control';

/** `sip:` and `sips:` addresses (API docs: Call control, older edition). */
const SIP_ADDRESS = /^sips?:[^\s@]+@[^\s@]+$/i;

/** POST /calls/{id}/control, type `transfer`. */
export const transfer: Operation = {
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer call',
	description: 'Hand a live call over to a phone number or SIP address',
	fields: [
		callId,
		{
			displayName: 'Transfer To',
			name: 'destination',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +31201234567',
			description:
				'A phone number in international format, short ones such as +31144 too, or a SIP address',
			send: { in: 'body', as: 'destination', value: toDestination },
		},
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			default: '',
			placeholder: 'e.g. I am putting you through to a colleague.',
			description: 'What the assistant says before it transfers the call',
			hint: 'Realtime (speech-to-speech) assistants transfer the call, but may not speak the message',
			send: { in: 'body', as: 'message' },
		},
	],
	run: async (item) => await sendCommand(item, 'transfer'),
	calls: [CONTROL],
	readsOnly: false,
};

function toDestination(entered: unknown): string {
	const text = String(entered ?? '').trim();
	return SIP_ADDRESS.test(text) ? text : toE164(text, { allowShort: true });
}
