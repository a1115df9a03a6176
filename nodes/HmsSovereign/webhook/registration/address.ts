/** The address of this trigger that is being registered or given up. */
export interface OwnAddress {
	/** `https://host/webhook/<id>/webhook`, or `https://host/webhook-test/…` while listening. */
	url: string;
	/** What the production and the test address end with: `<id>/webhook`. */
	path: string;
	/** Tells this trigger from copies of its workflow, which have the same id in their address. */
	mark: string;
}

/** What our addresses carry in their query; deliveries to them arrive as without. */
export interface Notes {
	/** The mark of the trigger that registered the address. */
	by?: string;
	/** What stood at the assistant before, encrypted. */
	restore?: string;
	/** The mark of a trigger of another n8n that is not there any more. */
	gone?: string;
}

/** Whose webhook URL an assistant has. */
export type Relation =
	/** The address being registered or given up. */
	| 'this'
	/** The other one of this trigger: the test address of a production one, or the reverse. */
	| 'counterpart'
	/** Another workflow of this n8n. */
	| 'otherWorkflow'
	/** A workflow of another n8n. */
	| 'otherN8n'
	/** Somebody else, or nobody. */
	| 'foreign';

/** @param formerUrl where this trigger was registered last; differs when n8n has moved to another host */
export function relationOf(url: string | null, own: OwnAddress, formerUrl?: string): Relation {
	if (url === null || url === '') return 'foreign';
	const plain = plainOf(url);
	const { by } = notesIn(url);
	const isMarkedOurs = by === undefined || by === own.mark;
	if (isMarkedOurs && (plain === own.url || plain === formerUrl)) return 'this';

	// Left over from listening, under an address that n8n had before: tunnels get a new one at each start.
	const test = `/webhook-test/${own.path}`;
	if (by === own.mark && plain.endsWith(test)) {
		return own.url.endsWith(test) ? 'this' : 'counterpart';
	}

	const root = rootOf(own);
	if (!plain.startsWith(root)) return isOfN8n(plain) ? 'otherN8n' : 'foreign';
	const [endpoint, ...rest] = plain.slice(root.length).split('/');
	if (isMarkedOurs && rest.join('/') === own.path) return 'counterpart';
	const endpoints = ['webhook', 'webhook-test', endpointOf(own)];
	return endpoints.includes(endpoint) && rest.length > 0 ? 'otherWorkflow' : 'foreign';
}

/**
 * The addresses that n8n gives: `…/webhook/<id>/webhook` to this trigger (`<workflow>/<node>` for an id in
 * old workflows), `…/webhook/<UUID>` to its own Webhook node; `webhook-test` while somebody listens.
 */
function isOfN8n(plain: string): boolean {
	return /\/webhook(-test)?\/([^/]+\/){1,2}webhook$/.test(plain) || WEBHOOK_NODE.test(plain);
}

const WEBHOOK_NODE = /\/webhook(-test)?\/[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}(\/|$)/i;

/** `https://host/webhook/<id>/webhook` gives `https://host/`; n8n may sit below a path. */
function rootOf(own: OwnAddress): string {
	const base = own.url.slice(0, -own.path.length - 1);
	return base.slice(0, base.lastIndexOf('/') + 1);
}

/** `webhook` or `webhook-test`, unless the n8n is set up with other names. */
function endpointOf(own: OwnAddress): string {
	return own.url.slice(rootOf(own).length, -own.path.length - 1);
}

/** The address alone, as n8n shows it. */
export function plainOf(url: string): string {
	return url.split('?')[0];
}

/** The address with these notes, in the place of those that it had. */
export function withNotes(url: string, { by, restore, gone }: Notes): string {
	const notes = Object.entries({ by, restore, gone }).filter(([, note]) => note !== undefined);
	const query = notes.map(([name, note]) => `${name}=${note}`).join('&');
	return query === '' ? plainOf(url) : `${plainOf(url)}?${query}`;
}

/** The notes in an assistant's webhook URL, as far as there are any. */
export function notesIn(url: string | null): Notes {
	const query = new URLSearchParams(url?.split('?')[1] ?? '');
	const note = (name: string) => query.get(name) ?? undefined;
	return { by: note('by'), restore: note('restore'), gone: note('gone') };
}

/** Whether only programs on the same machine can reach the address. */
export function isLoopback(url: string): boolean {
	return /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?=[:/]|$)/i.test(url);
}
