import type { Rule } from './rules';

/** Query values arrive as text; these rules read what the text stands for. */

/** `true` or `false`. */
export const queryBoolean: Rule<boolean> = (value, at, problems) => {
	if (value !== 'true' && value !== 'false') problems.push(`${at} must be true or false`);
	return value === 'true';
};

/** A whole number within a range. */
export function queryInteger(min: number, max = Infinity): Rule<number> {
	return (value, at, problems) => {
		const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : NaN;
		if (!(read >= min && read <= max)) {
			const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
			problems.push(`${at} must be an integer ${range}`);
		}
		return read;
	};
}
