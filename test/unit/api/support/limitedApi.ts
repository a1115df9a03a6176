import type { Headers } from '../../../../nodes/HmsSovereign/api/attempt';

/** How one key stands when a request arrives. Times in milliseconds by the API's clock. */
export interface Standing {
	isAllowed: boolean;
	limit: number;
	remaining: number;
	endsAt: number;
	now: number;
}

/** What an API's answers say about its limit, true or not. */
export type HeaderStyle = (standing: Standing) => Headers;

const seconds = (ms: number, round: (n: number) => number) => String(round(ms / 1_000));

function documented(round: (n: number) => number): HeaderStyle {
	return ({ isAllowed, limit, remaining, endsAt, now }) => ({
		date: new Date(now).toUTCString(),
		'x-ratelimit-limit': String(limit),
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': seconds(endsAt, round),
		...(!isAllowed && { 'retry-after': seconds(endsAt - now, round) }),
	});
}

const true_ = documented(Math.ceil);

function altered(change: (headers: Headers, standing: Standing) => Headers): HeaderStyle {
	return (standing) => ({ ...true_(standing), ...change(true_(standing), standing) });
}

const withoutHint = { 'retry-after': undefined };

/** Headers that tell the truth, in the ways in which APIs and gateways write it. */
export const TRUE_HEADERS: Record<string, HeaderStyle> = {
	'rounded up': true_,
	'rounded down': documented(Math.floor),
	rounded: documented(Math.round),
	'in milliseconds': altered((_, { endsAt }) => ({ 'x-ratelimit-reset': String(endsAt) })),
	'in seconds from now': altered((_, { endsAt, now }) => ({
		'x-ratelimit-reset': seconds(endsAt - now, Math.ceil),
	})),
	'as dates': altered((headers, { endsAt, isAllowed }) => ({
		'x-ratelimit-reset': new Date(Math.ceil(endsAt / 1_000) * 1_000).toUTCString(),
		...(!isAllowed && { 'retry-after': new Date(endsAt + 999).toUTCString() }),
		date: headers.date,
	})),
	'without Retry-After': altered(() => withoutHint),
};

/** Headers that are missing, or say what is not so. */
export const OTHER_HEADERS: Record<string, HeaderStyle> = {
	none: () => ({}),
	'Retry-After alone': ({ isAllowed, endsAt, now }) =>
		isAllowed ? {} : { 'retry-after': seconds(endsAt - now, Math.ceil) },
	'Retry-After 0 alone': ({ isAllowed }) => (isAllowed ? {} : { 'retry-after': '0' }),
	'Retry-After 1 alone': ({ isAllowed }) => (isAllowed ? {} : { 'retry-after': '1' }),
	'Retry-After 2, 2': ({ isAllowed }) => (isAllowed ? {} : { 'retry-after': '2, 2' }),
	'Limit 0': altered(() => ({ 'x-ratelimit-limit': '0' })),
	'Limit -1, Remaining -1': altered(() => ({
		'x-ratelimit-limit': '-1',
		'x-ratelimit-remaining': '-1',
	})),
	'Remaining always 100': altered(() => ({ 'x-ratelimit-remaining': '100' })),
	'Remaining always 0': altered(() => ({ 'x-ratelimit-remaining': '0' })),
	'a reset that has long passed': altered(() => ({ 'x-ratelimit-reset': '1700000000' })),
	'a reset in an hour': altered((_, { now }) => ({
		'x-ratelimit-reset': seconds(now + 3_600_000, Math.ceil),
	})),
	'a reset that is always a minute away': altered((_, { now }) => ({
		'x-ratelimit-reset': seconds(now + 60_000, Math.ceil),
	})),
	garbage: altered(() => ({
		date: 'yesterday',
		'x-ratelimit-limit': 'many',
		'x-ratelimit-remaining': 'NaN',
		'x-ratelimit-reset': 'soon',
		'retry-after': 'later',
	})),
};

export interface LimitedApiOptions {
	headers: HeaderStyle;
	limit?: number;
	windowMs?: number;
	/** Windows that begin with a request, or on the full minute. */
	windows?: 'by request' | 'by clock';
}

/** An API with one key and a fixed window, at a virtual clock. */
export class LimitedApi {
	readonly statuses: number[] = [];

	private used = 0;

	private endsAt = 0;

	constructor(private readonly options: LimitedApiOptions) {}

	/** @param now milliseconds by the API's clock */
	answer(now: number): { statusCode: number; headers: Headers; body: unknown } {
		const { headers, limit = 100, windowMs = 60_000, windows = 'by request' } = this.options;
		if (now >= this.endsAt) {
			this.endsAt =
				windows === 'by clock' ? (Math.floor(now / windowMs) + 1) * windowMs : now + windowMs;
			this.used = 0;
		}
		const isAllowed = this.used < limit;
		if (isAllowed) this.used += 1;
		const statusCode = isAllowed ? 200 : 429;
		this.statuses.push(statusCode);
		const standing = { isAllowed, limit, remaining: limit - this.used, endsAt: this.endsAt, now };
		return {
			statusCode,
			headers: headers(standing),
			body: isAllowed ? { id: 'x' } : { error: 'Rate limit exceeded' },
		};
	}
}
