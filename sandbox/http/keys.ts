import type { Keys } from '../contract';
import { forbidden, keyNoLongerValid, unauthorized } from './errors';

export const KEYS: Keys = {
	main: 'fl_live_sandbox_main_organization',
	second: 'fl_live_sandbox_second_organization',
	revoked: 'fl_live_sandbox_revoked',
	expired: 'fl_live_sandbox_expired',
	forbidden: 'fl_live_sandbox_forbidden',
};

type KeyState = 'valid' | 'revoked' | 'expired' | 'forbidden';

/** Which key belongs to which organization, and whether it still counts. */
export class KeyRing {
	private readonly keys = new Map<string, { organizationId: string; state: KeyState }>();

	add(key: string, organizationId: string, state: KeyState = 'valid'): void {
		this.keys.set(key, { organizationId, state });
	}

	revoke(key: string): void {
		const known = this.keys.get(key);
		if (known) known.state = 'revoked';
	}

	/**
	 * The organization a key belongs to.
	 *
	 * @throws ApiError 401 or 403 with the bodies of the Authentication and Error Codes pages
	 */
	organizationOf(key: string | undefined): string {
		const known = key === undefined ? undefined : this.keys.get(key);
		if (!known) throw unauthorized();
		if (known.state === 'forbidden') throw forbidden();
		if (known.state !== 'valid') throw keyNoLongerValid(known.state);
		return known.organizationId;
	}
}

/** The key of `Authorization: Bearer <key>`, the only documented scheme. */
export function bearerKey(header: string | undefined): string | undefined {
	return /^Bearer (\S+)$/.exec(header ?? '')?.[1];
}
