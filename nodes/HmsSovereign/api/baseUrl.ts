/** The API's address (API docs: Base URL). */
export const API_ADDRESS = 'https://api.hmsovereign.com/api/v1';

/** What to do about every address that is none. */
export const CHECK_BASE_URL = `Check the Base URL in the HMS Sovereign credential. It is ${API_ADDRESS} unless HMS Sovereign gave you another one.`;

/** Web pages of HMS Sovereign, which people copy from their browser. */
const PAGES = /^((dashboard|app|doc|docs|www)\.)?(hmsovereign\.com|voicedock\.ai)$/;

/**
 * The address that requests begin with, checked.
 *
 * @param entered the credential's field; quotes, spaces and slashes at the end are tolerated
 * @returns without a slash at the end
 * @throws Error in words for people, without what was entered: it may hold a password
 */
export function readBaseUrl(entered: unknown): string {
	const text = typeof entered === 'string' ? entered.trim().replace(/^["']+|["'/\s]+$/g, '') : '';
	const problem = problemOf(text);
	if (problem !== undefined) {
		throw new Error(`The 'Base URL' of the HMS Sovereign credential ${problem}. ${CHECK_BASE_URL}`);
	}
	return text;
}

/** Whether an address ends as that of the API does; one that does not may be cut off. */
export function endsAsUsual(baseUrl: string): boolean {
	return baseUrl.endsWith('/api/v1');
}

function problemOf(text: string): string | undefined {
	if (text === '') return 'is empty';
	if (!/^https?:\/\//i.test(text)) return 'must start with http:// or https://';
	if (/\s/.test(text)) return 'has a space or line break inside';
	const address = URL.canParse(text) ? new URL(text) : undefined;
	if (address === undefined) return 'is not a web address';
	if (text.includes('?')) return "must end before the '?'";
	if (text.includes('#')) return "must end before the '#'";
	if (address.username !== '' || address.password !== '' || address.host.includes('@')) {
		return 'must not hold a user name or password: the API Key is enough';
	}
	if (PAGES.test(address.hostname)) return 'is a web page of HMS Sovereign, not its API';
	if (address.host === 'api.hmsovereign.com' && address.pathname !== '/api/v1') {
		return 'is not complete, or goes on too long';
	}
	return undefined;
}
