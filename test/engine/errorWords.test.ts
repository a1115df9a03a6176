import { ADVICE, MAYBE_DONE } from './support/advice';
import type { FailureRow } from './support/failures';
import { describeFailures } from './support/failures';

/** An answer with a body of the API's, which the message must pass on. */
function answer(does: FailureRow['does'], status: number, body: unknown) {
	return { does, status, fault: { kind: 'status' as const, status, body } };
}

describeFailures([
	{
		when: 'flat error beside a longer message: the longer one is shown',
		...answer('read', 401, { error: 'Unauthorized', message: 'The key is not known' }),
		message: 'The key is not known',
		advice: ADVICE.key,
	},
	{
		when: 'flat error and message that say different things: both are shown',
		...answer('create', 402, {
			error: 'Insufficient credits',
			message: 'Your account has no credits remaining.',
			balance: 0,
		}),
		message: 'Insufficient credits: Your account has no credits remaining.',
		advice: ADVICE.credits,
	},
	{
		when: 'flat error alone',
		...answer('read', 404, { error: 'Assistant not found' }),
		message: 'Assistant not found',
		advice: ADVICE.pick,
	},
	{
		when: 'flat error with details: every entry is shown, and the parameter is named',
		...answer('create', 400, {
			error: 'Invalid request',
			details: ['name is required', 'name must be text'],
		}),
		message: 'Invalid request: name is required; name must be text',
		advice: `Check the parameter 'Thing Name'. ${ADVICE.correct}`,
	},
	{
		when: 'nested error: its message is shown, its param names the parameter',
		...answer('create', 422, {
			error: { code: 'invalid_request', message: 'Must not be empty', param: 'name' },
		}),
		message: 'Must not be empty',
		advice: `Check the parameter 'Thing Name'. ${ADVICE.correct}`,
	},
	{
		when: 'nested error with a code alone',
		...answer('read', 403, { error: { code: 'org_suspended' } }),
		message: 'org_suspended',
		advice: ADVICE.access,
	},
	{
		when: 'conflict: what still uses it is shown',
		...answer('delete', 409, { error: 'Workflow is attached to 2 phone numbers.' }),
		message: 'Workflow is attached to 2 phone numbers.',
		advice: ADVICE.detach,
	},
	{
		when: 'rate limit with words of the API',
		does: 'create',
		status: 429,
		fault: { kind: 'status', status: 429, retryAfter: 400 },
		message: 'Rate limit exceeded: Too many requests. Please retry after 400 seconds.',
		advice: ADVICE.limit(0, 400),
	},
	{
		when: 'server error with words of the API',
		...answer('create', 503, { error: 'Down for maintenance' }),
		message: `HMS Sovereign is not available (503): Down for maintenance. ${MAYBE_DONE}`,
		advice: ADVICE.check,
	},
	{
		when: 'an HTML page of a gateway',
		does: 'create',
		status: 502,
		fault: { kind: 'html' },
		message: `HMS Sovereign is not available (502). ${MAYBE_DONE}`,
		advice: ADVICE.check,
	},
	{
		when: 'words that hold codes of Node, which n8n would replace by a stock sentence',
		...answer('read', 403, { error: 'Reaccess denied: ENOENT, EPERM' }),
		message: 'Reaccess denied: ENOENT, EPERM',
		advice: ADVICE.access,
	},
]);
