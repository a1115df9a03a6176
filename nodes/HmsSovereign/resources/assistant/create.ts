import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import type { Operation, RequestSpec } from '../../operation/operation';
import { newAssistant } from './complete';
import { newAssistantFields, rarelySet } from './fields';
import { businessName, firstMessage, name, notificationEmail } from './fields/texts';
import { assistantIn } from './read';

const request: RequestSpec = { method: 'POST', path: '/assistants' };

/** POST /assistants: only the name is required, the API fills in the rest. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create assistant',
	description: 'Create an assistant that answers or places calls',
	fields: [
		{ ...name, required: true },
		firstMessage,
		...newAssistantFields,
		additionalFields([businessName, ...rarelySet, notificationEmail, moreFields]),
	],
	run: async (item) => {
		const built = item.build(request);
		const body = newAssistant(built.body ?? {});
		return [{ json: assistantIn(await item.send({ ...built, body })) }];
	},
	calls: ['POST /assistants'],
	readsOnly: false,
};
