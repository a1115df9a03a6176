/** The address of this trigger that is being registered or given up. */
export interface OwnAddress {
	/** `https://host/webhook/<id>/webhook`, or `https://host/webhook-test/…` while listening. */
	url: string;
	/** What the production and the test address end with: `<id>/webhook`. */
	path: string;
}

/** Carries, encrypted, what stood at the assistant before the editor began to listen. */
const RESTORE = 'restore';

/** Whose webhook URL an assistant has. */
export type Relation =
	/** The address being registered or given up. */
	| 'this'
	/** The other one of this trigger: the test address of a production one, or the reverse. */
	| 'counterpart'
	/** Another workflow of this n8n. */
	| 'otherWorkflow'
	/** Somebody else, or nobody. */
	| 'foreign';

/** @param formerUrl where this trigger was registered last; differs when n8n has moved to another host */
export function relationOf(url: string | null, own: OwnAddress, formerUrl?: string): Relation {
	if (url === null || url === '') return 'foreign';
	const plain = url.split('?')[0];
	if (plain === own.url || plain === formerUrl) return 'this';

	const root = rootOf(own);
	if (!plain.startsWith(root)) return 'foreign';
	const [endpoint, ...rest] = plain.slice(root.length).split('/');
	if (rest.join('/') === own.path) return 'counterpart';
	const endpoints = ['webhook', 'webhook-test', endpointOf(own)];
	return endpoints.includes(endpoint) && rest.length > 0 ? 'otherWorkflow' : 'foreign';
}

/** `https://host/webhook/<id>/webhook` gives `https://host/`; n8n may sit below a path. */
function rootOf(own: OwnAddress): string {
	const base = own.url.slice(0, -own.path.length - 1);
	return base.slice(0, base.lastIndexOf('/') + 1);
}

/** `webhook` or `webhook-test`, unless the n8n is set up with other names. */
function endpointOf(own: OwnAddress): string {
	return own.url.slice(rootOf(own).length, -own.path.length - 1);
}

/** The address with a note for later; deliveries to it arrive as without. */
export function withNote(url: string, note: string | undefined): string {
	const plain = url.split('?')[0];
	return note === undefined ? plain : `${plain}?${RESTORE}=${note}`;
}

/** The note in an assistant's webhook URL, if there is one. */
export function noteIn(url: string | null): string | undefined {
	return url?.split(`?${RESTORE}=`)[1];
}

/** Whether only programs on the same machine can reach the address. */
export function isLoopback(url: string): boolean {
	return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/i.test(url);
}
