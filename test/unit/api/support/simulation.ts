import type { IAllExecuteFunctions } from 'n8n-workflow';

import { ApiClient } from '../../../../nodes/HmsSovereign/api/client';
import { LimitedApi, type LimitedApiOptions } from './limitedApi';
import { seededRandom, type VirtualClock } from './virtualClock';

export interface Load extends LimitedApiOptions {
	processes: number;
	/** Of each process. */
	items: number;
	/** Of each process. */
	readers?: number;
	/** Least and most time between a request and its answer, in milliseconds. */
	latency?: [number, number];
	seed?: number;
}

export interface Outcome {
	lost: number;
	/** How long it took, and how long the limit alone makes it take, in milliseconds. */
	ms: number;
	idealMs: number;
	/** Part of the answers that were 429. */
	refused: number;
}

let simulations = 0;

/**
 * Runs processes that know nothing of each other, each with the real client, against one key.
 *
 * @param clock what `sleep` and `Date.now` go by, see `useVirtualClock`
 */
export async function simulate(clock: VirtualClock, load: Load): Promise<Outcome> {
	const { processes, items, readers = 8, latency = [60, 240], seed = 1 } = load;
	const { limit = 100, windowMs = 60_000 } = load;
	const random = seededRandom(seed);
	jest.spyOn(Math, 'random').mockImplementation(random);
	const api = new LimitedApi(load);
	simulations += 1;
	const startedAt = clock.now;
	let lost = 0;

	const send = async () => {
		const ms = latency[0] + random() * (latency[1] - latency[0]);
		await clock.sleep(ms / 2);
		const answer = api.answer(clock.now);
		await clock.sleep(ms / 2);
		return answer;
	};
	const helpers: unknown = { httpRequestWithAuthentication: send };
	const logger: unknown = { debug: () => undefined };
	const context = { helpers, logger } as IAllExecuteFunctions;

	await clock.run(
		Promise.all(
			Array.from({ length: processes }, async (_process, index) => {
				// Lines belong to a base URL, so that each process gets its own.
				const baseUrl = `http://simulation-${simulations}.process-${index}`;
				const client = new ApiClient(context, { baseUrl, apiKey: 'key', webhookSecret: '' });
				const left = { items };
				await Promise.all(
					Array.from({ length: readers }, async () => {
						while (left.items-- > 0) {
							await client.send({ method: 'GET', path: '/account' }).catch(() => (lost += 1));
						}
					}),
				);
			}),
		),
	);
	const statuses = api.statuses;
	return {
		lost,
		ms: clock.now - startedAt,
		idealMs: (Math.ceil((processes * items) / limit) - 1) * windowMs,
		refused: statuses.filter((status) => status === 429).length / statuses.length,
	};
}
