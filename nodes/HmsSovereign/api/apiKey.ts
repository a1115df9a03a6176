/** What comes along when a key is copied out of a mail, a code example or a chat. */
const QUOTES = /^["'`“”„‘’«»<]+|["'`“”„‘’«»>;,]+$/g;
const SCHEME = /^(authorization\s*:\s*)?(bearer(\s+|$))?/i;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;

const WHERE =
	'Paste a key from Settings > API Keys in the HMS Sovereign dashboard. It starts with fl_.';

/**
 * The key without what was pasted along with it: spaces, quotes, `Bearer `, `Authorization:`.
 *
 * @param entered the credential's field, as it was typed
 */
export function cleanKey(entered: unknown): string {
	if (typeof entered !== 'string') return '';
	const plain = entered.replace(INVISIBLE, '').trim();
	const clean = plain.replace(QUOTES, '').trim().replace(SCHEME, '');
	return clean === plain ? plain : cleanKey(clean);
}

/**
 * Why what was entered cannot be an API key, and what to do; undefined when it can be one. Never repeats
 * what was entered, since a part of it may be a secret.
 */
export function keyProblem(entered: unknown): string | undefined {
	const field = "The 'API Key' of the HMS Sovereign credential";
	const key = cleanKey(entered);
	if (key === '') return `${field} is empty. ${WHERE}`;
	if (/\s/.test(key)) return `${field} has a space or line break inside. ${WHERE}`;
	if (key.includes('://')) return `${field} is a web address. ${WHERE}`;
	if (key.includes('@')) return `${field} is an email address. ${WHERE}`;
	if (/[*•…]|\.\.\./.test(key)) return `${field} is shortened, as lists show keys. ${WHERE}`;
	// A header holds nothing else, so Node would refuse the request.
	if (!/^[\x21-\x7e]+$/.test(key)) return `${field} has characters that keys never have. ${WHERE}`;
	return undefined;
}
