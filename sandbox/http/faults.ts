import type { Fault, FaultKind } from '../contract';

/** Faults that keep the request from being carried out. */
const BEFORE: FaultKind[] = ['status', 'reset-before', 'hang', 'html', 'redirect'];

export const actsBefore = (fault: Fault) => BEFORE.includes(fault.kind);

interface Armed {
	fault: Fault;
	toSkip: number;
	left: number;
}

/** The faults tests have switched on, used up in the order they were added. */
export class FaultList {
	private armed: Armed[] = [];

	add(fault: Fault): void {
		this.armed.push({ fault, toSkip: fault.skip ?? 0, left: fault.times ?? 1 });
	}

	clear(): void {
		this.armed = [];
	}

	/** The fault that hits this request, if any; it is counted as used. */
	take(method: string, path: string): Fault | undefined {
		for (const entry of this.armed) {
			if (entry.left <= 0 || !fits(entry.fault, method, path)) continue;
			if (entry.toSkip > 0) {
				entry.toSkip -= 1;
				continue;
			}
			entry.left -= 1;
			return entry.fault;
		}
		return undefined;
	}
}

function fits(fault: Fault, method: string, path: string): boolean {
	if (fault.method && fault.method.toUpperCase() !== method) return false;
	if (fault.path === undefined) return true;
	if (typeof fault.path === 'string') return fault.path === path;
	// search() starts at 0 whatever lastIndex a pattern with the g flag has kept.
	return path.search(fault.path) >= 0;
}
