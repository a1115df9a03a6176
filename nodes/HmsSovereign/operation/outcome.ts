import type { Outcome } from './operation';

/** What came of some work: its items, or what it threw. */
export async function outcomeOf(
	work: () => Promise<Extract<Outcome, { items: unknown }>['items']>,
): Promise<Outcome> {
	return await work().then(
		(items) => ({ items }),
		(error: unknown) => ({ error }),
	);
}
