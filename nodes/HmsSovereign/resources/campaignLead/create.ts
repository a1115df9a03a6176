import { additionalFields, keyValues } from '../../fields/collections';
import { defaultCountryCode, e164Field, toNumberToCall } from '../../fields/phoneNumber';
import { moreFields } from '../../fields/json';
import { campaignId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

const variables = keyValues(
	'Variables',
	'variables',
	"What the campaign's system message fills in for this lead, such as name for {{name}}",
	{ in: 'body', as: 'variables' },
);

/** POST /campaigns/{id}/leads: one lead a request; the API takes many only with a new campaign. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create campaign lead',
	description: 'Add a lead to a campaign',
	request: {
		method: 'POST',
		path: '/campaigns/{campaignId}/leads',
		answer: 'lead',
		advice: {
			409: 'A campaign that is over or cancelled stays as it is. Read it with Campaign: Get, and make a new one with Campaign: Create.',
		},
	},
	fields: [
		campaignId,
		e164Field(
			'Number to call, in international format; spaces and dashes are fine',
			toNumberToCall,
		),
		variables,
		additionalFields([moreFields]),
	],
	options: [defaultCountryCode],
};
