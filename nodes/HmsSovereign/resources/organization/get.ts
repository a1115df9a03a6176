import type { Operation } from '../../operation/operation';

/** GET /organizations: the organization that the API key belongs to. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get organization',
	description: 'Get your organization with its minutes balance and usage',
	request: { method: 'GET', path: '/organizations' },
	fields: [
		{
			displayName: 'Include Children',
			name: 'includeChildren',
			type: 'boolean',
			default: false,
			description: 'Whether to list the child organizations too',
			send: {
				in: 'query',
				as: 'include_children',
				value: (entered) => (entered === true ? true : undefined),
			},
		},
	],
};
