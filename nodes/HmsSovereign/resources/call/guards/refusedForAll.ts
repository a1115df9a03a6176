import type { IExecuteFunctions } from 'n8n-workflow';

import { ApiFailure, isApiFailure } from '../../../api/errors';
import type { ItemRun } from '../../../operation/operation';
import type { Guard } from './guard';

/** Without a valid key or credits nobody can be called, so the others are not even tried. */
const FOR_ALL = [401, 402];

const refusals = new WeakMap<IExecuteFunctions, ApiFailure>();

/** Nobody else is dialled in this run after a refusal that would hit everybody. */
export const refusedForAll: Guard = (_planned, { context }) => {
	const refusal = refusals.get(context);
	if (refusal === undefined) return undefined;
	const { facts } = refusal;
	throw new ApiFailure({
		...facts,
		message: `Not dialled, since a call before was refused for a reason that holds for all: ${facts.message}`,
	});
};

/** Takes down why a dial failed, if that holds for all. */
export function noteRefusal(error: unknown, { context }: ItemRun): void {
	if (isApiFailure(error) && FOR_ALL.includes(error.facts.status ?? 0)) {
		refusals.set(context, error);
	}
}
