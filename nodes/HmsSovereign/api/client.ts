import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { version } from './version';
import { attempt, type Attempt } from './attempt';
import { isRepeatable, type ApiRequest } from './request';
import { ApiClock } from './apiClock';
import { accountOf, type Connection } from './connection';
import { ApiFailure, failureOf } from './errors';
import { callGate, gatesFor, type Gate, type KeyGates } from './rateLimit';
import { pauseBeforeNextTry, rateLimitPause, type Progress } from './retry';
import { RequestTrace } from './requestTrace';
import { redact, secretsIn } from './secrets';
import { StoppedError, wait, WaitClock, type Stopped } from './wait';

const DEFAULT_TIMEOUT_MS = 30_000;

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

	private readonly gates: KeyGates;

	private readonly stopped: Stopped;

	constructor(
		private readonly context: IAllExecuteFunctions,
		private readonly connection: Connection,
		private readonly options: ClientOptions = {},
	) {
		this.account = accountOf(connection);
		this.gates = gatesFor(connection.baseUrl, connection.apiKey);
		this.stopped = options.stopped ?? (() => false);
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
		const progress: Progress = { rateLimitPauses: 0, rateLimitWaitedMs: 0, repeats: 0 };
		for (;;) {
			const result = await this.attempt(request, trace);
			const body = finalBody(request, result, progress);
			if (body !== undefined) return body;

			const pause = pauseBeforeNextTry(request, result, progress, Date.now());
			if (pause === undefined) throw this.failure(request, result, progress);
			await this.pause(request, result, pause, progress);
		}
	}

	/** Waits for the limits, sends once, and tells the gates what the answer said. */
	private async attempt(request: ApiRequest, trace: RequestTrace): Promise<Attempt> {
		const { key } = this.gates;
		const call = this.callGate(request);
		await this.enter(call);
		const result = await trace.measure(
			async () => await attempt(this.context, this.httpOptions(request)),
		);
		const headers = result.kind === 'answer' ? result.headers : undefined;
		this.clock.heard(headers?.date, Date.now());
		// A control command's answer may speak of the call's own limit, so the key's gate ignores it.
		key.finished(call === undefined ? headers : undefined, Date.now());
		call?.finished(headers, Date.now());
		if (result.kind === 'noAnswer' && this.stopped()) throw new StoppedError(doubtAbout(request));
		return result;
	}

	/** Returns in the same tick in which the gates were found open, so no other request slips in between. */
	private async enter(call: Gate | undefined): Promise<void> {
		const { key } = this.gates;
		for (;;) {
			if (this.stopped()) throw new StoppedError();
			const now = Date.now();
			const byKey = key.delay(now);
			const byCall = call?.delay(now) ?? 0;
			if (byKey === 0 && byCall === 0) break;
			const clock = byKey > 0 ? this.waits.key : this.waits.call;
			await clock.measure(async () => await wait(Math.max(byKey, byCall), this.stopped));
		}
		key.started();
		call?.started();
	}

	private callGate(request: ApiRequest): Gate | undefined {
		return request.controlsCall === undefined
			? undefined
			: callGate(this.gates, request.controlsCall);
	}

	private async pause(
		request: ApiRequest,
		result: Attempt,
		ms: number,
		progress: Progress,
	): Promise<void> {
		if (result.kind !== 'answer' || result.status !== 429) {
			progress.repeats += 1;
			await wait(ms, this.stopped);
			return;
		}
		progress.rateLimitPauses += 1;
		progress.rateLimitWaitedMs += ms;
		const gate = this.callGate(request);
		(gate ?? this.gates.key).close(ms, Date.now());
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
			timeout: this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		};
	}

	private failure(request: ApiRequest, result: Attempt, progress: Progress): ApiFailure {
		const retryInMs = result.kind === 'answer' ? rateLimitPause(result, progress, Date.now()) : 0;
		const { baseUrl } = this.connection;
		const { facts } = failureOf(request, result, progress, retryInMs, baseUrl);
		const secrets = [...this.ownSecrets(), ...secretsIn(request.body)];
		return new ApiFailure({
			...facts,
			message: redact(facts.message, secrets),
			details: facts.details.map((detail) => redact(detail, secrets)),
		});
	}

	/** What must be shown nowhere, whatever was sent. */
	private ownSecrets(): string[] {
		const { apiKey, webhookSecret } = this.connection;
		return [apiKey.trim(), webhookSecret];
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
	return typeof body === 'string' ? undefined : body;
}
