import type { Logger } from 'n8n-workflow';

import type { Attempt } from './attempt';
import type { ApiRequest } from './request';
import { redact } from './secrets';

/** What happened to one request, for one line in n8n's log. */
export class RequestTrace {
	private readonly startedAt = Date.now();

	private tries = 0;

	private onItsWayMs = 0;

	private end = 'not sent';

	/** Sends the request once more. */
	async measure(send: () => Promise<Attempt>): Promise<Attempt> {
		const sentAt = Date.now();
		this.tries += 1;
		this.end = 'broken off';
		try {
			const result = await send();
			this.end = result.kind === 'answer' ? String(result.status) : result.reason;
			return result;
		} finally {
			this.onItsWayMs += Date.now() - sentAt;
		}
	}

	/**
	 * Writes the line, at the level that n8n shows with `N8N_LOG_LEVEL=debug`. Query and body stay out of
	 * it: they hold what is nobody's business in a log.
	 *
	 * @param secrets to hide in the path, should somebody have entered one as an ID
	 */
	write(logger: Logger, { method, path }: ApiRequest, secrets: string[]): void {
		const waitedMs = Date.now() - this.startedAt - this.onItsWayMs;
		const shown = redact(path, secrets);
		logger.debug(
			`HMS Sovereign: ${method} ${shown}: ${this.end}, ${this.onItsWayMs} ms, tries: ${this.tries}, waited: ${waitedMs} ms`,
		);
	}
}
