/** How one key (or one call) stands in its window. */
export interface Standing {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** `Date.now()` at which the window ends. */
	endsAt: number;
}

/** Fixed windows: the first request opens one, and all of the limit is back when it ends. */
export class RateWindows {
	private readonly windows = new Map<string, { used: number; endsAt: number }>();

	constructor(
		private readonly limit: number,
		private readonly windowMs: number,
	) {}

	/** Counts one request; a refused one costs nothing. */
	take(name: string): Standing {
		const window = this.current(name);
		const allowed = window.used < this.limit;
		if (allowed) window.used += 1;
		return {
			allowed,
			limit: this.limit,
			remaining: this.limit - window.used,
			endsAt: window.endsAt,
		};
	}

	clear(): void {
		this.windows.clear();
	}

	private current(name: string) {
		const now = Date.now();
		const known = this.windows.get(name);
		if (known && known.endsAt > now) return known;
		const opened = { used: 0, endsAt: now + this.windowMs };
		this.windows.set(name, opened);
		return opened;
	}
}

/** Seconds to wait, rounded up so that the promised moment is never before the real one. */
export function secondsUntilReset(standing: Standing): number {
	return Math.max(1, Math.ceil((standing.endsAt - Date.now()) / 1000));
}

/**
 * The headers of the Rate limits page. The reset is in whole Unix seconds, rounded up for the
 * same reason.
 */
export function rateLimitHeaders(standing: Standing, clockSkewMs: number): Record<string, string> {
	return {
		'X-RateLimit-Limit': String(standing.limit),
		'X-RateLimit-Remaining': String(standing.remaining),
		'X-RateLimit-Reset': String(Math.ceil((standing.endsAt + clockSkewMs) / 1000)),
	};
}
