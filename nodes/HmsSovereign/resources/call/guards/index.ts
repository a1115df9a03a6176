import type { ItemRun } from '../../../operation/operation';
import { agentRepeat } from './agentRepeat';
import { calledRecently } from './calledRecently';
import { outsideCallingHours } from './callingHours';
import { onDoNotCallList } from './doNotCall';
import type { Guard, PlannedCall, Skip } from './guard';
import { refusedForAll } from './refusedForAll';

/** In this order: what costs a request comes after what is known here. */
const GUARDS: Guard[] = [
	refusedForAll,
	onDoNotCallList,
	outsideCallingHours,
	agentRepeat,
	calledRecently,
];

/**
 * Asks every guard whether a call may be dialled now.
 *
 * @returns the first reason to skip it; undefined: go
 * @throws what a guard throws that refuses
 */
export async function askGuards(planned: PlannedCall, item: ItemRun): Promise<Skip | undefined> {
	for (const guard of GUARDS) {
		const skip = await guard(planned, item);
		if (skip !== undefined) return skip;
	}
	return undefined;
}
