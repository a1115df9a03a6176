import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_TOLERANCE } from '../signing/signature';

/** What is set seldom: which deliveries start the workflow, and how they are checked. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Call Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Ended', value: 'ended' },
				{ name: 'Ended With Error', value: 'ended-with-error' },
				{ name: 'In Progress', value: 'in-progress' },
			],
			default: [],
			description: 'Start for status updates with these statuses only. Empty means all.',
		},
		{
			displayName: 'Call Types',
			name: 'callTypes',
			type: 'multiOptions',
			options: [
				{ name: 'Inbound Phone Call', value: 'inbound_phone_call' },
				{ name: 'Outbound Phone Call', value: 'outbound_phone_call' },
				{ name: 'Web Call', value: 'web_call' },
			],
			default: [],
			description: 'Start for calls of these types only. Empty means all.',
		},
		{
			displayName: 'Take Over Assistants',
			name: 'takeOver',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/registration': ['automatic'] } },
			description:
				'Whether to take assistants that send their events to another n8n, for example a test system. The workflow there gets none any more.',
		},
		{
			displayName: 'Tolerance (Seconds)',
			name: 'tolerance',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_TOLERANCE,
			description:
				'How old a delivery may be, or how far in the future, before it is refused. Larger values help when clocks differ.',
		},
		{
			displayName: 'Tool Names',
			name: 'toolNames',
			type: 'string',
			default: '',
			placeholder: 'e.g. lookup_order, cancel_order',
			description: 'Start for calls of these tools only, separated by commas. Empty means all.',
		},
		{
			displayName: 'Verify Signature',
			name: 'verifySignature',
			type: 'boolean',
			default: true,
			description:
				'Whether to refuse deliveries that are not signed with the webhook secret. Without this, anybody who knows the URL can start the workflow.',
		},
	],
};
