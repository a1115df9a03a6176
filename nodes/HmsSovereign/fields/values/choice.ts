import type { INodePropertyOptions } from 'n8n-workflow';

import { isEmpty, kindOf, toText } from './text';

const ON = ['true', 'yes', 'on', '1'];
const OFF = ['false', 'no', 'off', '0'];

/**
 * Reads a switch.
 *
 * @returns undefined when nothing was entered
 * @throws Error for what is neither on nor off
 */
export function toSwitch(entered: unknown): boolean | undefined {
	if (typeof entered === 'boolean') return entered;
	if (isEmpty(entered)) return undefined;
	const word = typeof entered === 'object' ? undefined : String(entered).trim().toLowerCase();
	if (word === '') return undefined;
	if (word !== undefined && ON.includes(word)) return true;
	if (word !== undefined && OFF.includes(word)) return false;
	throw new Error(`${shown(entered)} is neither true nor false`);
}

/** What a choice offers. */
export interface Offer {
	options: INodePropertyOptions[];
	/** Values that are not offered are welcome, too. */
	isOpen: boolean;
}

/**
 * Reads a choice: one of its values, or the name that people see in the list.
 *
 * @returns undefined when nothing was entered
 * @throws Error naming what there is
 */
export function toChoice(entered: unknown, { options, isOpen }: Offer) {
	const exact = options.find(({ value }) => value === entered);
	if (exact !== undefined) return exact.value;
	if (isEmpty(entered)) return undefined;
	const text = typeof entered === 'object' ? undefined : String(entered).trim();
	if (text === '') return undefined;
	const known = options.find(
		({ name, value }) => String(value) === text || name.toLowerCase() === text?.toLowerCase(),
	);
	if (known !== undefined) return known.value;
	if (isOpen && text !== undefined) return toText(entered)?.trim();
	throw new Error(
		`${shown(entered)} is none of ${options.map(({ value }) => String(value)).join(', ')}`,
	);
}

/**
 * Reads a choice of several, as a list or as a text with commas.
 *
 * @returns undefined when nothing was entered
 * @throws Error naming what there is
 */
export function toChoices(entered: unknown, offer: Offer) {
	if (isEmpty(entered)) return undefined;
	const list = typeof entered === 'string' ? entered.split(',') : entered;
	const choices = (Array.isArray(list) ? list : [list]).map((one) => toChoice(one, offer));
	return choices.filter((choice) => choice !== undefined);
}

function shown(entered: unknown): string {
	return typeof entered === 'object' ? `This is ${kindOf(entered)}, which` : `"${String(entered)}"`;
}
