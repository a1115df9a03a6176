import type { Field, ItemRun } from '../../../operation/operation';
import { claimOf, type Claim } from './claims';
import type { EarlierCall, Guard, Skip } from './guard';
import { listedCallTo } from './recentCalls';

/**
 * How long a number whose dial got no answer is not called again although the API's list shows no call:
 * the list may be behind.
 */
const DOUBT_MS = 5 * 60_000;

/** How often to look whether the dial of another execution is through. */
const LOOK_AGAIN_MS = 100;

/** An option for each operation that dials. */
export const skipIfCalledWithin: Field = {
	displayName: 'Skip If Called Within (Minutes)',
	name: 'skipIfCalledWithin',
	type: 'number',
	typeOptions: { minValue: 0.01 },
	default: 60,
	description:
		'A number that your organization has called within this time is not called again, whatever became of that call. The earlier call comes out instead, with "skipped" true. Protects people when a workflow runs twice.',
};

/** Whoever was called a short time ago is not called again, when the user says so. */
export const calledRecently: Guard = async ({ destination }, item) => {
	const windowMs = windowOf(item);
	if (windowMs === undefined) return undefined;
	const claim = await settledClaim(destination, item);
	const claimedMs = claim === undefined ? Infinity : Date.now() - claim.at;
	const listed = await listedCallTo(destination, item, windowMs, {
		readAfter: claimedMs < windowMs && claim?.state === 'doubtful' ? claim.settledAt : undefined,
	});
	if (listed !== undefined && listed.at > item.apiTime() - windowMs) {
		return skip(nextAfter(listed.at, windowMs, item), listed);
	}
	return claim === undefined ? undefined : skipByClaim(claim, claimedMs, windowMs, listed);
};

/** A claim counts as long as the API's list does not know the call: the list may be behind. */
function skipByClaim(
	{ at, call }: Claim,
	claimedMs: number,
	windowMs: number,
	listed: EarlierCall | undefined,
): Skip | undefined {
	if (call !== undefined) {
		const isOpen = claimedMs < windowMs && call.id !== listed?.id;
		return isOpen ? skip(at + windowMs, call) : undefined;
	}
	const doubtMs = Math.min(DOUBT_MS, windowMs);
	return claimedMs < doubtMs ? skip(at + doubtMs) : undefined;
}

function windowOf(item: ItemRun): number | undefined {
	const minutes = item.parameter('options.skipIfCalledWithin');
	return minutes === undefined ? undefined : Number(minutes) * 60_000;
}

/** While another execution dials the number, what becomes of it is waited for. */
async function settledClaim(number: string, item: ItemRun): Promise<Claim | undefined> {
	for (;;) {
		const claim = claimOf(number, item);
		if (claim?.state !== 'dialling') return claim;
		await item.wait(LOOK_AGAIN_MS);
	}
}

/** A call without a time counts as made just now. */
function nextAfter(at: number, windowMs: number, item: ItemRun): number {
	return (Number.isFinite(at) ? at : item.apiTime()) + windowMs;
}

function skip(nextAllowedAt: number, earlier?: EarlierCall): Skip {
	return { reason: 'called-recently', nextAllowedAt, ...(earlier && { earlier }) };
}
