import type { INode } from 'n8n-workflow';

import { ApiFailure, type FailureFacts } from '../../../nodes/HmsSovereign/api/errors';
import { InputError } from '../../../nodes/HmsSovereign/api/inputError';
import { toNodeError } from '../../../nodes/HmsSovereign/api/nodeError';

const node: INode = {
	id: '1',
	name: 'HMS Sovereign',
	type: 'n8n-nodes-hmsovereign.hmsSovereign',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function failure(facts: Partial<FailureFacts>): ApiFailure {
	return new ApiFailure({
		message: 'Failed',
		advice: 'Do this.',
		details: [],
		request: 'GET /x',
		outcomeUnknown: false,
		...facts,
	});
}

describe('the error that n8n shows', () => {
	it.each(['No preaccess for you', 'ENOENT in a prompt', 'The getaddrinfo guide', 'Status 503'])(
		'keeps the text %j, in which n8n would see a code of its own',
		(message) => {
			expect(toNodeError(failure({ message, status: 400 }), { node }).message).toBe(message);
			expect(toNodeError(new InputError(message), { node }).message).toBe(message);
		},
	);

	it('says what happened, what to do, which parameter, which request and which item', () => {
		const error = toNodeError(
			failure({ message: 'Invalid', details: ['a', 'b'], status: 422, request: 'POST /numbers' }),
			{
				node,
				itemIndex: 3,
				parameterIn: () => 'Phone Number',
				before: '2 items were carried out.',
			},
		);
		expect(error.message).toBe('Invalid: a; b');
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '422',
			description:
				"Check the parameter 'Phone Number'. Do this. 2 items were carried out. POST /numbers was answered with 422 (item 3).",
			context: {
				itemIndex: 3,
				data: { request: 'POST /numbers', status: 422, details: ['a', 'b'] },
			},
		});
	});

	it("leaves n8n's own errors as they are", () => {
		const error = new TypeError('from n8n');
		expect(toNodeError(error, { node, itemIndex: 1 })).toBe(error);
	});
});
