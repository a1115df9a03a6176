import { isEmpty, kindOf } from './text';

/** What a number may be. */
export interface NumberLimits {
	min?: number;
	max?: number;
	/** Only whole numbers. */
	whole?: boolean;
}

/** Digits with a point, and what JavaScript writes for very large and very small numbers. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a number. Texts that are nothing but a number count; `5 min`, `1,000` and `yes` do not, since
 * what they mean would have to be guessed.
 *
 * @returns undefined when nothing was entered
 * @throws Error naming the limits
 */
export function toNumber(entered: unknown, limits: NumberLimits = {}): number | undefined {
	const { min = -Infinity, max = Infinity, whole = false } = limits;
	const tidy = typeof entered === 'string' ? entered.replace(/\p{Cf}/gu, '').trim() : entered;
	if (isEmpty(tidy)) return undefined;
	const isNumeric = typeof tidy === 'number' || (typeof tidy === 'string' && NUMBER.test(tidy));
	const value = isNumeric ? Number(tidy) : NaN;
	if (
		value >= min &&
		value <= max &&
		Number.isFinite(value) &&
		(!whole || Number.isInteger(value))
	) {
		return value;
	}
	const shown = typeof tidy === 'object' ? `This is ${kindOf(tidy)}, which` : `"${String(tidy)}"`;
	throw new Error(`${shown} is not a ${whole ? 'whole number' : 'number'}${inWords(min, max)}`);
}

function inWords(min: number, max: number): string {
	if (min === -Infinity) return max === Infinity ? '' : ` of at most ${max}`;
	return max === Infinity ? ` of at least ${min}` : ` from ${min} to ${max}`;
}
