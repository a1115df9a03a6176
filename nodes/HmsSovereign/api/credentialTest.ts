import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { networkReason, type Attempt, type Headers } from './attempt';
import { CHECK_BASE_URL } from './baseUrl';
import { connectionOf, type Connection } from './connection';
import { failureOf } from './errors';
import { isObject } from './json';
import type { ApiRequest } from './request';
import { redact } from './secrets';
import { version } from './version';

const TIMEOUT_MS = 20_000;

/** The new address takes over when the API has given up the old one (API docs: Get account). */
const ACCOUNT: ApiRequest[] = [
	{ method: 'GET', path: '/account' },
	{ method: 'GET', path: '/organizations' },
];

/** Said instead of what the node says, which is about an operation and its values. */
const WORDS: Record<number, string> = {
	400: `HMS Sovereign did not understand the request. ${CHECK_BASE_URL}`,
	401: 'HMS Sovereign does not accept this API key. Paste a current key from Settings > API Keys; keys expire and can be revoked.',
	403: 'This API key has no access to the account. Use a key of your organization with full permissions.',
	404: `There is no HMS Sovereign account at this address. ${CHECK_BASE_URL}`,
	410: `There is no HMS Sovereign account at this address. ${CHECK_BASE_URL}`,
	429: 'HMS Sovereign accepts 100 requests a minute for each key, and this key has used them. Wait a minute and test again.',
};

/** The tests that a node's `testedBy` names. */
export const credentialTest = {
	async account(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		return await testCredential(this, credential);
	},
};

/**
 * The test of the credential: reads the account. A function of the node, because n8n's declared tests
 * show bare codes ("ECONNREFUSED") and count every answer with status 200 as success, a web page too.
 */
async function testCredential(
	context: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const connection = connectionOf(data ?? {});
		const problem = await problemOf(context, connection);
		if (problem === undefined) return { status: 'OK', message: 'Connection successful!' };
		return { status: 'Error', message: redact(problem, [connection.apiKey]) };
	} catch (error) {
		return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
	}
}

/** What is wrong, in words for people; undefined when the account was read. */
async function problemOf(
	context: ICredentialTestFunctions,
	connection: Connection,
): Promise<string | undefined> {
	let problem: string | undefined;
	for (const request of ACCOUNT) {
		const result = await attempt(context, connection, request);
		problem = problemIn(request, result, connection.baseUrl);
		const isGone = result.kind === 'answer' && [404, 410].includes(result.status);
		if (!isGone) break;
	}
	return problem;
}

function problemIn(request: ApiRequest, result: Attempt, baseUrl: string): string | undefined {
	if (result.kind === 'answer') {
		const { status, body } = result;
		if (status >= 200 && status < 300) {
			if (isAccount(body)) return undefined;
			return `The answer is not an HMS Sovereign account. ${CHECK_BASE_URL}`;
		}
		if (WORDS[status] !== undefined) return WORDS[status];
	}
	const progress = { rateLimitWaitedMs: 0, rateLimitPauseMs: 0, repeats: 0 };
	const { message, advice } = failureOf(request, result, progress, baseUrl).facts;
	return `${message}. ${advice}`;
}

/** Both documented shapes of the account have these two. */
function isAccount(body: unknown): boolean {
	return isObject(body) && typeof body.id === 'string' && body.minutes_balance !== undefined;
}

/**
 * The only function for requests that n8n offers to a test. Neither an error status nor a redirect
 * throws; a redirect is not followed, since the key would go to another host.
 */
async function attempt(
	context: ICredentialTestFunctions,
	{ baseUrl, apiKey }: Connection,
	{ method, path }: ApiRequest,
): Promise<Attempt> {
	try {
		const answer = (await context.helpers.request({
			method,
			uri: baseUrl + path,
			headers: {
				Authorization: `Bearer ${apiKey}`,
				'User-Agent': `n8n-nodes-hmsovereign/${version}`,
			},
			json: true,
			timeout: TIMEOUT_MS,
			followRedirect: false,
			simple: false,
			resolveWithFullResponse: true,
		})) as { statusCode: number; headers: Headers; body: unknown };
		return {
			kind: 'answer',
			status: answer.statusCode,
			headers: answer.headers,
			body: answer.body,
		};
	} catch (error) {
		const { text, reached } = networkReason(error);
		return { kind: 'noAnswer', reason: text, reached };
	}
}
