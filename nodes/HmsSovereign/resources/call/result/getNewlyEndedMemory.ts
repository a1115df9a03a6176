import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import type { ItemRun } from '../../../operation/operation';
import type { Memory } from './getNewlyEndedNews';

/** More nodes than this do not run side by side; the longest unused is forgotten. */
const MOST_NODES = 100;

/** How often a run looks whether the one before it has read its calls. */
const LOOK_EVERY_MS = 200;

/**
 * What the last run of each node left, in this process. n8n saves static data only when an execution
 * ends, so one that starts meanwhile would tell the same calls again.
 */
const latest = new Map<string, Memory>();

/** Nodes that are reading just now. */
const reading = new Set<string>();

/**
 * Does something with the memory of a node, one run at a time. What `work` gives is remembered, with the
 * workflow and in this process.
 *
 * @throws what `work` throws: then nothing is remembered
 */
export async function withMemory(
	{ context, wait }: ItemRun,
	work: (before: Memory | undefined) => Promise<Memory | undefined>,
): Promise<void> {
	const key = `${context.getWorkflow().id ?? ''}|${context.getNode().name}`;
	while (reading.has(key)) await wait(LOOK_EVERY_MS);
	reading.add(key);
	try {
		const memory = await work(newer(latest.get(key), saved(context)));
		if (memory === undefined) return;
		context.getWorkflowStaticData('node').newlyEnded = { ...memory };
		latest.delete(key);
		latest.set(key, memory);
		const [oldest] = latest.keys();
		if (latest.size > MOST_NODES) latest.delete(oldest);
	} finally {
		reading.delete(key);
	}
}

function newer(one: Memory | undefined, other: Memory | undefined): Memory | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return one.runs > other.runs ? one : other;
}

/** Saved by another version or changed by hand, it may be anything: then the node starts anew. */
function saved(context: IExecuteFunctions): Memory | undefined {
	const data: unknown = context.getWorkflowStaticData('node').newlyEnded;
	if (!isObject(data) || !isObject(data.told) || !isObject(data.pending)) return undefined;
	const { runs, since } = data;
	if (typeof runs !== 'number' || typeof since !== 'number') return undefined;
	return { runs, since, told: times(data.told), pending: pendingIn(data.pending) };
}

/** Copies, since n8n hands out proxies. */
function times(saved: IDataObject): Memory['told'] {
	return Object.fromEntries(Object.entries(saved).map(([id, time]) => [id, Number(time)]));
}

function pendingIn(saved: IDataObject): Memory['pending'] {
	const calls = Object.entries(saved).flatMap(([id, call]) =>
		isObject(call) ? [[id, { madeAt: Number(call.madeAt), overAt: Number(call.overAt) }]] : [],
	);
	return Object.fromEntries(calls) as Memory['pending'];
}
