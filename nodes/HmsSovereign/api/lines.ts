import { createHash } from 'node:crypto';

import { Line } from './line';

/** How many lines are kept beyond those in use: of keys, and of calls that a key steers. */
const MOST_KEYS = 100;
const MOST_CALLS = 200;

/** The line of one API key, and those of the calls that it steers. */
export interface KeyLines {
	key: Line;
	/** By call id. */
	calls: Map<string, Line>;
}

const linesByKey = new Map<string, KeyLines>();

/**
 * The lines of a base URL and key, shared by all executions in this process. Other processes (n8n's
 * queue mode) have their own, so a 429 stays the last word. The map holds a hash, never the key.
 */
export function linesFor(baseUrl: string, apiKey: string): KeyLines {
	const name = createHash('sha256').update(`${baseUrl}\n${apiKey}`).digest('hex');
	const make = () => ({ key: new Line(), calls: new Map<string, Line>() });
	return kept(linesByKey, name, { make, most: MOST_KEYS, line: ({ key }) => key });
}

/** The line of one call's control commands. */
export function lineOfCall({ calls }: KeyLines, callId: string): Line {
	return kept(calls, callId, { make: () => new Line(), most: MOST_CALLS, line: (line) => line });
}

interface Keeping<T> {
	make: () => T;
	most: number;
	line: (entry: T) => Line;
}

/** Those used last stay. A process that lives for months steers many calls, each for some minutes. */
function kept<T>(map: Map<string, T>, name: string, { make, most, line }: Keeping<T>): T {
	const entry = map.get(name) ?? make();
	map.delete(name);
	map.set(name, entry);
	if (map.size > most) dropOldest(map, line);
	return entry;
}

/** The oldest that nobody uses. */
function dropOldest<T>(map: Map<string, T>, line: Keeping<T>['line']): void {
	for (const [name, entry] of map) {
		if (!line(entry).isIdle()) continue;
		map.delete(name);
		return;
	}
}
