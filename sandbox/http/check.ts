import type { Rule, Shape } from '../schema/rules';
import { badRequest, invalidRequest } from './errors';
import type { AnyRoute } from './route';

/** What the checks look at; the text of body and path as they arrived. */
export interface Incoming {
	method: string;
	path: string;
	query: URLSearchParams;
	headers: Record<string, string>;
	rawBody: string;
}

/**
 * Rules for headers and path that hold for every operation.
 *
 * @throws ApiError 400
 */
export function checkRequest({ method, path, headers, rawBody }: Incoming): void {
	// The Authentication page lists User-Agent as optional; the sandbox wants clients to name themselves.
	if (!headers['user-agent']) throw badRequest('User-Agent header is missing');
	// Call ids contain a plus, which some servers read as a space: it has to be sent as %2B.
	if (path.includes('+')) throw badRequest('Path parameters must be percent-encoded');
	if (method === 'GET' && rawBody) throw badRequest('GET requests take no body');
	const mustBeJson = method === 'POST' || method === 'PATCH' || rawBody !== '';
	if (mustBeJson && !/^application\/json\b/.test(headers['content-type'] ?? '')) {
		throw badRequest('Content-Type must be application/json');
	}
}

/**
 * The query as the route's rules read it.
 *
 * @throws ApiError 400 naming every unknown, repeated or wrong parameter
 */
export function readQuery(shape: Shape = {}, query: URLSearchParams): Record<string, unknown> {
	const problems: string[] = [];
	const read: Record<string, unknown> = {};
	for (const name of new Set(query.keys())) {
		const entry = Object.hasOwn(shape, name) ? shape[name] : undefined;
		if (!entry) problems.push(`${name} is not a known query parameter`);
		else if (query.getAll(name).length > 1) problems.push(`${name} is given more than once`);
		else read[name] = ruleOf(entry)(query.get(name), name, problems);
	}
	for (const [name, entry] of Object.entries(shape)) {
		if (typeof entry !== 'function' && !query.has(name)) problems.push(`${name} is required`);
	}
	if (problems.length) throw invalidRequest(problems);
	return read;
}

const ruleOf = (entry: Shape[string]): Rule<unknown> =>
	typeof entry === 'function' ? entry : entry.rule;

/**
 * The body as the route's rule has accepted it.
 *
 * @throws ApiError 400
 */
export function readBody(route: AnyRoute, rawBody: string): unknown {
	const body = parse(rawBody);
	// A POST without content may still carry an empty object.
	if (!route.body) {
		if (body === undefined || JSON.stringify(body) === '{}') return undefined;
		throw badRequest('This operation takes no body');
	}
	if (body === undefined) {
		if (route.bodyOptional) return undefined;
		throw invalidRequest(['body is required']);
	}
	const problems: string[] = [];
	const read = route.body(body, '', problems);
	if (problems.length) throw invalidRequest(problems);
	return read;
}

function parse(rawBody: string): unknown {
	if (rawBody === '') return undefined;
	try {
		return JSON.parse(rawBody) as unknown;
	} catch {
		throw badRequest('Request body is not valid JSON');
	}
}
