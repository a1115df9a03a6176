import { ADVICE, MAYBE_DONE } from './support/advice';
import type { FailureRow } from './support/failures';
import { describeFailures } from './support/failures';

/** An answer that says nothing but its status, so that all words are the node's own. */
function empty(does: FailureRow['does'], status: number) {
	return { when: `${status} without a body`, does, status, fault: bodyless(status) };
}

function bodyless(status: number): FailureRow['fault'] {
	return { kind: 'status', status, body: '' };
}

const unavailable = [500, 502, 503, 504].flatMap((status): FailureRow[] => [
	{
		...empty('read', status),
		message: `HMS Sovereign is not available (${status})`,
		advice: ADVICE.later,
		sent: 3,
	},
	{
		...empty('delete', status),
		message: `HMS Sovereign is not available (${status})`,
		advice: ADVICE.later,
		sent: 3,
	},
	{
		...empty('create', status),
		message: `HMS Sovereign is not available (${status}). ${MAYBE_DONE}`,
		advice: ADVICE.check,
	},
]);

describeFailures([
	{
		...empty('create', 400),
		message: 'HMS Sovereign refused the request',
		advice: ADVICE.correct,
	},
	{ ...empty('read', 401), message: 'Invalid or missing API key', advice: ADVICE.key },
	{ ...empty('create', 401), message: 'Invalid or missing API key', advice: ADVICE.key },
	{ ...empty('create', 402), message: 'Insufficient credits', advice: ADVICE.credits },
	{
		...empty('read', 403),
		message: "You don't have access to this resource",
		advice: ADVICE.access,
	},
	{ ...empty('read', 404), message: 'Thing "bad" was not found', advice: ADVICE.pick },
	{ ...empty('delete', 404), message: 'Thing "bad" was not found', advice: ADVICE.pick },
	{
		...empty('delete', 409),
		message: 'This conflicts with something that exists',
		advice: ADVICE.detach,
	},
	{
		...empty('create', 422),
		message: 'HMS Sovereign refused the request',
		advice: ADVICE.correct,
	},
	{
		...empty('read', 429),
		fault: { kind: 'status', status: 429, body: '', retryAfter: 400 },
		message: 'Rate limit reached',
		advice: ADVICE.limit(0, 400),
	},
	{
		...empty('create', 429),
		fault: { kind: 'status', status: 429, body: '', retryAfter: 400 },
		message: 'Rate limit reached',
		advice: ADVICE.limit(0, 400),
	},
	...unavailable,
]);
