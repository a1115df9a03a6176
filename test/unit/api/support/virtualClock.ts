/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only */
interface Planned {
	at: number;
	order: number;
	wake: () => void;
}

/** A clock on which minutes pass as fast as the work in them is done. Time moves only in `run`. */
export class VirtualClock {
	now: number;

	private readonly planned: Planned[] = [];

	private order = 0;

	/** @param start in milliseconds; some instant within a second, as real starts are */
	constructor(start = Date.parse('2026-01-01T12:00:00.370Z')) {
		this.now = start;
	}

	sleep = async (ms: number): Promise<void> =>
		await new Promise<void>((wake) => {
			this.order += 1;
			this.plan({ at: this.now + Math.max(0, ms), order: this.order, wake });
		});

	/** Lets time pass until the work is done. @throws what the work throws */
	async run<T>(work: Promise<T>): Promise<T> {
		const done = { is: false };
		const watched = work.finally(() => {
			done.is = true;
		});
		watched.catch(() => undefined);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (done.is) return await watched;
			const next = this.takeNext();
			if (next === undefined)
				throw new Error('Everything waits, and nothing would end the waiting');
			this.now = next.at;
			next.wake();
		}
	}

	/** A binary heap: a simulation plans hundreds of thousands of moments. */
	private plan(entry: Planned): void {
		const heap = this.planned;
		let at = heap.push(entry) - 1;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (isBefore(heap[parent], heap[at])) return;
			[heap[parent], heap[at]] = [heap[at], heap[parent]];
			at = parent;
		}
	}

	private takeNext(): Planned | undefined {
		const heap = this.planned;
		const first = heap[0];
		const last = heap.pop();
		if (last === undefined || last === first) return first;
		heap[0] = last;
		for (let at = 0; ; ) {
			const [left, right] = [2 * at + 1, 2 * at + 2];
			let least = at;
			if (left < heap.length && isBefore(heap[left], heap[least])) least = left;
			if (right < heap.length && isBefore(heap[right], heap[least])) least = right;
			if (least === at) return first;
			[heap[at], heap[least]] = [heap[least], heap[at]];
			at = least;
		}
	}
}

function isBefore(a: Planned, b: Planned): boolean {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Random numbers that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
