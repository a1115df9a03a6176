import type { Connection } from '../api/connection';
import { keyed, signingSecret } from '../signing/secret';
import type { OwnAddress } from './registration/address';

/**
 * What signs deliveries to one trigger: the credential's Webhook Secret as it is, or else a secret of this
 * trigger alone, made from the API key, so that a delivery to one trigger is worth nothing at another.
 */
export function triggerSecret(connection: Connection, { path }: OwnAddress): string {
	const secret = signingSecret(connection);
	return connection.webhookSecret.trim() === '' ? keyed(secret, path).toString('hex') : secret;
}
