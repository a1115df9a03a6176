import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unwrap } from '../../api/answer';
import { isObject } from '../../api/json';
import { additionalFields } from '../../fields/collections';
import { defaultCountryCode } from '../../fields/phoneNumber';
import { moreFields } from '../../fields/json';
import { tellUnused } from '../../fields/placeholders';
import { assistantReference } from '../../fields/resourceIds';
import type { ItemRun, Operation, RequestSpec } from '../../operation/operation';
import { endTime, name, startTime, systemMessage, timezone } from './fields';
import { leadFields } from './leads';

const request: RequestSpec = {
	method: 'POST',
	path: '/campaigns',
	answer: 'campaign',
	check: ({ body }, { context }) => tellUnusedVariables(body, context),
};

/** POST /campaigns, with its leads. It starts once its status is set to scheduled. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create campaign',
	description: 'Create a campaign as a draft. Set its status to Scheduled to start it.',
	fields: [
		{ ...name, required: true },
		assistantReference({ as: 'agent_id', description: 'The assistant that makes the calls' }),
		{ ...startTime, required: true },
		{ ...endTime, required: true },
		timezone,
		...leadFields,
		additionalFields([moreFields, systemMessage]),
	],
	options: [defaultCountryCode],
	runAll: {
		oneByOne: { when: (first) => first.parameter('leadsFrom') !== 'inputItems', request },
		part: (item) => item.build(request).body ?? {},
		run: createFromItems,
	},
	calls: ['POST /campaigns'],
	readsOnly: false,
};

/** @param bodies one for each item, with its lead under `lead`; the first one's campaign counts */
async function createFromItems(
	bodies: IDataObject[],
	first: ItemRun,
): Promise<INodeExecutionData[]> {
	const campaign = { ...bodies[0], leads: bodies.map(({ lead }) => lead as IDataObject) };
	const body: IDataObject = Object.fromEntries(
		Object.entries(campaign).filter(([field]) => field !== 'lead'),
	);
	tellUnusedVariables(body, first.context);
	const answer = unwrap(await first.send({ ...first.build(request), body }), request.answer);
	return isObject(answer) ? [{ json: answer }] : [];
}

/** The system message is the only text that the leads' variables are filled into (API docs: Campaigns). */
function tellUnusedVariables(
	{ system_message_template: text, leads }: IDataObject,
	context: IExecuteFunctions,
): void {
	if (typeof text !== 'string' || text === '' || !Array.isArray(leads)) return;
	const names = leads
		.filter(isObject)
		.flatMap(({ variables }) => (isObject(variables) ? Object.keys(variables) : []));
	tellUnused(systemMessage.displayName, text, names, context);
}
