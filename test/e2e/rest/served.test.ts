import type { INodeTypeDescription } from 'n8n-workflow';
import type { N8nApi } from '../../../dev/n8n/api';
import { signIn } from '../support/n8nUnderTest';
import { hmsSovereignType } from '../support/workflows';

/** What n8n's editor loads of a node besides its description. */
interface ServedNode extends INodeTypeDescription {
	codex?: { categories?: string[]; alias?: string[] };
	iconUrl?: string | { light: string; dark: string };
}

interface ServedCredential {
	name: string;
	displayName: string;
	iconUrl?: string | { light: string; dark: string };
	supportedNodes?: string[];
}

describe('n8n serves to its editor', () => {
	let n8n: N8nApi;

	beforeAll(async () => {
		n8n = await signIn();
	});

	async function served<T extends { name: string }>(list: string, name: string): Promise<T> {
		const { data } = await n8n.http.get<T[]>(list);
		const found = data.find((entry) => entry.name === name);
		if (found === undefined) throw new Error(`n8n does not serve ${name}`);
		return found;
	}

	it('the node, with the words it is found by', async () => {
		const node = await served<ServedNode>('/types/nodes.json', hmsSovereignType);

		expect(node.displayName).toBe('HMS Sovereign');
		expect(node.codex?.alias).toEqual(
			expect.arrayContaining(['hms', 'sovereign', 'voicedock', 'voice']),
		);
		expect(node.codex?.categories).toContain('Communication');
	});

	it('the node as a tool for AI agents', async () => {
		const tool = await served<ServedNode>('/types/nodes.json', `${hmsSovereignType}Tool`);

		expect(tool.displayName).toBe('HMS Sovereign Tool');
	});

	it('the credential, with the nodes that use it', async () => {
		const credential = await served<ServedCredential>('/types/credentials.json', 'hmsSovereignApi');

		expect(credential.displayName).toBe('HMS Sovereign API');
		expect(credential.supportedNodes).toContain(hmsSovereignType);
	});

	it('the pictures of the node and of the credential, for light and dark', async () => {
		const node = await served<ServedNode>('/types/nodes.json', hmsSovereignType);
		const credential = await served<ServedCredential>('/types/credentials.json', 'hmsSovereignApi');

		for (const { iconUrl } of [node, credential]) {
			expect(iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
			for (const address of Object.values(iconUrl as { light: string; dark: string })) {
				const picture = await n8n.http.get<string>(`/${address}`);
				expect(picture.status).toBe(200);
				expect(picture.headers['content-type']).toContain('image/svg+xml');
			}
		}
	});

	it('the fields of an account before the node has run once', async () => {
		const schema = await n8n.http.get<{ properties: Record<string, unknown> }>(
			`/schemas/${hmsSovereignType}/1.0.0/account/get.json`,
		);

		expect(schema.status).toBe(200);
		expect(Object.keys(schema.data.properties)).toEqual(
			expect.arrayContaining(['minutes_balance', 'monthly_usage_minutes', 'active_calls']),
		);
	});
});
