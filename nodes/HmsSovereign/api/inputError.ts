/** What the user entered was refused before anything was sent. */
export class InputError extends Error {
	constructor(
		message: string,
		/** What to do, when the message does not say it all. */
		readonly advice?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

/**
 * Says which parameter a complaint is about. Whoever finds fault with a value seldom knows whose it is.
 *
 * @returns the error itself when it names a parameter already, or is n8n's own about an expression
 */
export function asInputError(displayName: string, error: unknown): Error {
	if (error instanceof InputError || isExpressionError(error)) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new InputError(`'${displayName}': ${reason}`);
}

/** Told by its name, since n8n may have loaded another copy of its class. */
function isExpressionError(error: unknown): error is Error {
	return error instanceof Error && error.name === 'ExpressionError';
}
