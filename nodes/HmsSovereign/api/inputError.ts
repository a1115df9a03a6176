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
 * @returns the error itself when it names a parameter already
 */
export function asInputError(displayName: string, error: unknown): InputError {
	if (error instanceof InputError) return error;
	const reason = error instanceof Error ? error.message : String(error);
	return new InputError(`'${displayName}': ${reason}`);
}
