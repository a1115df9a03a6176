import { isObject } from './json';
import { hideSecrets } from './secrets';

/** What an error body says, taken from any of the API's three shapes (API docs: Error codes). */
export interface ApiWords {
	/** undefined: the body says nothing (HTML of a gateway, empty). */
	message?: string;
	details: string[];
	param?: string;
}

/** Texts that only name the status: a `message` beside them, or our own words, say more. */
const STATUS_NAMES =
	/^(bad request|unauthorized|payment required|forbidden|not found|conflict|unprocessable entity|too many requests|internal server error)$/i;

/**
 * Reads an error body: flat `{"error", "message"}`, flat with `details`, or nested
 * `{"error": {"code", "message", "param"}}`.
 */
export function apiWords(body: unknown): ApiWords {
	if (!isObject(body)) return { details: [] };
	const { error } = body;
	const nested = isObject(error) ? error : {};
	return {
		message: isObject(error)
			? (text(error.message) ?? text(error.code))
			: flatMessage(text(error), text(body.message)),
		details: [...texts(body.details), ...texts(nested.details)],
		param: text(nested.param) ?? text(body.param),
	};
}

/** What may stand beside a failure; anything else is a result, as in a call that has an `error`. */
const FAILURE_FIELDS =
	/^(success|ok|error|errors|message|details|code|param|type|status|status_?code|request_?id|timestamp|retry_after|balance)$/i;

/** Whether a 2xx body says that the request failed: `{"success": false}`, or an error and nothing else. */
export function saysFailure(body: unknown): boolean {
	if (!isObject(body)) return false;
	if (body.success === false) return true;
	const { error } = body;
	const hasError = isObject(error) || text(error) !== undefined || error === true;
	return hasError && Object.keys(body).every((name) => FAILURE_FIELDS.test(name));
}

function flatMessage(error: string | undefined, message: string | undefined): string | undefined {
	const [first, second] = [error, message].filter(
		(words) => words !== undefined && !STATUS_NAMES.test(words),
	);
	return second === undefined || first === second ? first : `${first}: ${second}`;
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(detailText).filter((entry) => entry !== '') : [];
}

function detailText(entry: unknown): string {
	if (isObject(entry)) return text(entry.message) ?? JSON.stringify(entry, hideSecrets);
	return typeof entry === 'string' ? entry : '';
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
