import type { FailureFacts } from './errors';

/** Longest text that is kept of an error, in characters: n8n stores each several times in an execution. */
const LONGEST_MESSAGE = 2_000;
const LONGEST_DETAIL = 500;
const MOST_DETAILS = 20;

/**
 * What of a failure may be shown: no secret, and no more than people read.
 *
 * @param redact takes secrets out of a text; done before anything is cut, or half a secret would stay
 */
export function shownFacts(facts: FailureFacts, redact: (text: string) => string): FailureFacts {
	const { details } = facts;
	const kept = details.slice(0, MOST_DETAILS).map((text) => cut(redact(text), LONGEST_DETAIL));
	const left = details.length - kept.length;
	return {
		...facts,
		message: cut(redact(facts.message), LONGEST_MESSAGE),
		details: left > 0 ? [...kept, `and ${left} more`] : kept,
		request: cut(redact(facts.request), LONGEST_MESSAGE),
		...(facts.param !== undefined && { param: cut(redact(facts.param), LONGEST_DETAIL) }),
	};
}

function cut(text: string, longest: number): string {
	if (text.length <= longest) return text;
	return `${text.slice(0, longest)} … (cut off, ${text.length} characters)`;
}
