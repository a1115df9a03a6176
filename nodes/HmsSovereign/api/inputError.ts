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
