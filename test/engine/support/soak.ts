/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that is in use at the tenths of a long job. */
export interface Soak {
	/** Megabytes after each tenth. */
	megabytes: number[];
	/** From the third tenth to the last: by then, all that is kept up to a bound is there. */
	grownMegabytes: number;
	seconds: number;
}

/** @param tenth does the `index`-th tenth of the job */
export async function soak(tenth: (index: number) => Promise<void>): Promise<Soak> {
	const startedAt = Date.now();
	const megabytes: number[] = [];
	for (let index = 0; index < 10; index++) {
		await tenth(index);
		collectGarbage();
		megabytes.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
	}
	return {
		megabytes,
		grownMegabytes: megabytes[9] - megabytes[2],
		seconds: (Date.now() - startedAt) / 1_000,
	};
}

/** Runs a job so often, some at once. */
export async function repeat(times: number, atOnce: number, job: (index: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		while (next < times) await job(next++);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
