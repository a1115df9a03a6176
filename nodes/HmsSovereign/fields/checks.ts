/** An address that starts with https://. @throws Error */
export function toHttpsUrl(entered: unknown): string | undefined {
	const text = String(entered ?? '').trim();
	if (text === '' || /^https:\/\/[^\s/?#]+/i.test(text)) return text;
	throw new Error(`"${text}" must start with https://`);
}
