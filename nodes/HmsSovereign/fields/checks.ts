/** A whole number within limits. @throws Error naming them */
export function wholeNumber(min: number, max: number): (entered: unknown) => number | undefined {
	return (entered) => {
		if (entered === '' || entered === undefined || entered === null) return undefined;
		const value = Number(entered);
		if (Number.isInteger(value) && value >= min && value <= max) return value;
		throw new Error(`"${String(entered)}" is not a whole number from ${min} to ${max}`);
	};
}

/** An address that starts with https://. @throws Error */
export function toHttpsUrl(entered: unknown): string | undefined {
	const text = String(entered ?? '').trim();
	if (text === '' || /^https:\/\/[^\s/?#]+/i.test(text)) return text;
	throw new Error(`"${text}" must start with https://`);
}
