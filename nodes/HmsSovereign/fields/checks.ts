/** A whole number within limits. @throws Error naming them */
export function wholeNumber(min: number, max = Infinity): (entered: unknown) => number | undefined {
	return (entered) => {
		if (entered === '' || entered === undefined || entered === null) return undefined;
		const value = Number(entered);
		if (Number.isInteger(value) && value >= min && value <= max) return value;
		throw new Error(`"${String(entered)}" is not a whole number ${limits(min, max)}`);
	};
}

/** An address that starts with https://. @throws Error */
export function toHttpsUrl(entered: unknown): string | undefined {
	const text = String(entered ?? '').trim();
	if (text === '' || /^https:\/\/[^\s/?#]+/i.test(text)) return text;
	throw new Error(`"${text}" must start with https://`);
}

/** A number within limits. @throws Error naming them */
export function numberFrom(min: number, max = Infinity): (entered: unknown) => number | undefined {
	return (entered) => {
		if (entered === '' || entered === undefined || entered === null) return undefined;
		const value = Number(entered);
		if (value >= min && value <= max) return value;
		throw new Error(`"${String(entered)}" is not a number ${limits(min, max)}`);
	};
}

function limits(min: number, max: number): string {
	return max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
}
