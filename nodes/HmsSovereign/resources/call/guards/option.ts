import { InputError } from '../../../api/inputError';
import { isObject } from '../../../api/json';
import type { Field, ItemRun } from '../../../operation/operation';

/**
 * What an option that protects people was set to.
 *
 * @returns undefined when the user did not add the option
 * @throws InputError when an expression in it gave nothing: that must not turn the protection off
 */
export function protection(
	{ name, displayName }: Field,
	{ context, index, parameter }: ItemRun,
): unknown {
	const options: unknown = context.getNodeParameter('options', index, null);
	if (!isObject(options) || !(name in options)) return undefined;
	const raw: unknown = options[name];
	if (raw !== undefined && raw !== null) return parameter(`options.${name}`) ?? '';
	throw new InputError(`'${displayName}' is there, but its expression gives no value`);
}
