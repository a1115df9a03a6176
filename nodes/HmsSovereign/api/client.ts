import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { version } from './version';
import { attempt, type Attempt } from './attempt';
import { isRepeatable, NoLongerWanted, type ApiRequest } from './request';
import { ApiClock } from './apiClock';
import { accountOf, type Connection } from './connection';
import { saysFailure } from './errorWords';
import { ApiFailure, failureOf } from './errors';
import { shownFacts } from './shownFacts';
import { linesFor, type KeyLines } from './lines';
import { RequestTrace } from './requestTrace';
import { isRateLimited, mayWait, pauseBeforeRepeat, type Progress } from './retry';
import { redact, secretsIn } from './secrets';
import { StoppedError, wait, WaitClock, type Stopped } from './wait';
import { Way } from './way';

const DEFAULT_TIMEOUT_MS = 30_000;

const KEPT_BACK: Attempt = { kind: 'noAnswer', reason: 'it was kept back', reached: false };

export interface ClientOptions {
	/** Time limit of a request, in milliseconds. */
	timeoutMs?: number;
	/** Ends every wait within 250 ms once it turns true. */
	stopped?: Stopped;
}

/** Sends requests to the API: paced, retried where that is safe, failures in words for people. */
export class ApiClient {
	/** How long requests were held back, by the limit that did it. */
	readonly waits = { key: new WaitClock(), call: new WaitClock() };

	readonly clock = new ApiClock();

	/** Whose requests these are, for what the process remembers. */
	readonly account: string;

	private readonly lines: KeyLines;

	constructor(
		private readonly context: IAllExecuteFunctions,
		private readonly connection: Connection,
		private readonly options: ClientOptions = {},
	) {
		this.account = accountOf(connection);
		this.lines = linesFor(connection.baseUrl, connection.apiKey);
	}

	/**
	 * Sends a request until its outcome is final.
	 *
	 * @returns the body of a 2xx; `{}` when it was empty
	 * @throws ApiFailure when the API refused it or could not be reached; StoppedError
	 */
	async send(request: ApiRequest): Promise<unknown> {
		const trace = new RequestTrace();
		try {
			return await this.sendUntilFinal(request, trace);
		} finally {
			trace.write(this.context.logger, request, this.ownSecrets());
		}
	}

	private async sendUntilFinal(request: ApiRequest, trace: RequestTrace): Promise<unknown> {
		const way = new Way(this.lines, request.controlsCall, this.waits);
		const progress: Progress = { rateLimitWaitedMs: 0, rateLimitPauseMs: 0, repeats: 0 };
		for (;;) {
			await way.enter(this.options.stopped);
			const result = await this.attempt(request, trace);
			progress.rateLimitPauseMs = way.cameOut(result);
			if (result === KEPT_BACK) throw new NoLongerWanted();
			if (result.kind === 'noAnswer' && this.stopped()) throw new StoppedError(doubtAbout(request));
			const body = finalBody(request, result, progress);
			if (body !== undefined) return body;

			if (isRateLimited(result) && mayWait(progress)) {
				progress.rateLimitWaitedMs += progress.rateLimitPauseMs;
				continue;
			}
			const pause = pauseBeforeRepeat(request, result, progress);
			if (pause === undefined) throw this.failure(request, result, progress);
			progress.repeats += 1;
			await wait(pause, this.stopped);
		}
	}

	private readonly stopped: Stopped = () => this.options.stopped?.() === true;

	private async attempt(request: ApiRequest, trace: RequestTrace): Promise<Attempt> {
		if (request.isStillWanted?.() === false) return KEPT_BACK;
		const { timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
		const result = await trace.measure(
			async () => await attempt(this.context, this.httpOptions(request), timeoutMs),
		);
		if (result.kind === 'answer') this.clock.heard(result.headers.date, Date.now());
		return result;
	}

	private httpOptions(request: ApiRequest): IHttpRequestOptions {
		// Also on a POST without a body, for which axios would say it is a form.
		const isJson = request.body !== undefined || ['POST', 'PATCH'].includes(request.method);
		return {
			method: request.method,
			url: this.connection.baseUrl + request.path,
			qs: request.query,
			// As text: of an object, axios would drop the names `constructor`, `prototype` and `__proto__`.
			body: request.body && JSON.stringify(request.body),
			headers: {
				'User-Agent': `n8n-nodes-hmsovereign/${version}`,
				...(isJson && { 'Content-Type': 'application/json' }),
			},
		};
	}

	private failure(request: ApiRequest, result: Attempt, progress: Progress): ApiFailure {
		const { facts } = failureOf(request, result, progress, this.connection.baseUrl);
		const secrets = [...this.ownSecrets(), ...secretsIn(request.body)];
		return new ApiFailure(shownFacts(facts, (text) => redact(text, secrets)));
	}

	/** What must be shown nowhere, whatever was sent. */
	private ownSecrets(): string[] {
		const { apiKey, webhookSecret } = this.connection;
		return [apiKey, webhookSecret];
	}
}

/** What Stop leaves open: the request was on its way when it was cut off. */
function doubtAbout(request: ApiRequest): string | undefined {
	if (isRepeatable(request)) return undefined;
	return `${request.method} ${request.path} was under way and may have been carried out; check before you run it again`;
}

/**
 * The body of a 2xx, `{}` when empty; undefined when the request is not done. A repeated DELETE that
 * finds nothing is done: the first one worked.
 */
function finalBody(request: ApiRequest, result: Attempt, progress: Progress): unknown {
	if (result.kind !== 'answer') return undefined;
	const { status, body } = result;
	if (request.method === 'DELETE' && status === 404 && progress.repeats > 0) return {};
	if (status < 200 || status >= 300) return undefined;
	if (body === '' || body === null || body === undefined) return {};
	if (saysFailure(body)) return undefined;
	return typeof body === 'string' ? undefined : body;
}
