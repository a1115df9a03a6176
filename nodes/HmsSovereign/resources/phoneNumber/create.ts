import { additionalFields } from '../../fields/collections';
import { e164Field } from '../../fields/phoneNumber';
import { moreFields } from '../../fields/json';
import type { Operation } from '../../operation/operation';
import { answeringAssistant, callWorkflow, isActive, transferTrunk } from './fields';

/** POST /numbers: registers a number of one's own; the API sells none. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create phone number',
	description: 'Register a phone number that you forward to HMS Sovereign',
	request: {
		method: 'POST',
		path: '/numbers',
		answer: 'number',
		advice: {
			409: 'The number is in your organization already: Phone Number: Get Many shows it, Phone Number: Update changes what answers it.',
		},
	},
	fields: [
		e164Field('Your number in international format; spaces and dashes are fine'),
		additionalFields([isActive, answeringAssistant, callWorkflow, moreFields, transferTrunk]),
	],
};
