/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { getAccount, manualTrigger, row } from '../support/workflows';

const webhookSecret = 'whsec-that-nobody-may-see';
const visibleProof = 'a name that is not secret';

describe('The API key and the webhook secret', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterAll(async () => await scene.sandbox.close());

	it("are in no file of n8n: not in its database, not in its log at level 'debug'", async () => {
		const { n8n, sandbox } = scene;
		const apiKey = sandbox.addKey('fl_live_that_nobody_may_see');
		const credentialJson = {
			name: visibleProof,
			type: 'hmsSovereignApi',
			data: { apiKey, baseUrl: sandbox.url, webhookSecret },
		};
		const credential = await n8n.createCredential(credentialJson);
		const workflow = row('Leaks', manualTrigger(), getAccount(credential));

		await n8n.testCredential(credential, credentialJson.data);
		await n8n.run(workflow);
		for (const kind of ['status', 'html', 'wrong-json'] as const) {
			sandbox.faults.add({ kind, status: 403, times: Infinity });
			expect((await n8n.run(workflow)).status).toBe('error');
			await n8n.testCredential(credential, credentialJson.data);
			sandbox.faults.clear();
		}
		sandbox.revokeKey(apiKey);
		expect((await n8n.run(workflow)).status).toBe('error');
		await sandbox.close();
		expect((await n8n.run(workflow)).status).toBe('error');

		const written = readAll(n8nUnderTest().userFolder);
		// The search would find them: what is not secret is there.
		expect(filesWith(visibleProof, written)).not.toEqual([]);
		expect(filesWith('Could not reach HMS Sovereign', written)).not.toEqual([]);
		for (const secret of [apiKey, webhookSecret]) {
			expect(filesWith(secret, written)).toEqual([]);
			expect(filesWith(Buffer.from(secret).toString('base64'), written)).toEqual([]);
		}
	});
});

/** Everything n8n has written, by file; our own package is left out. */
function readAll(folder: string): Map<string, Buffer> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.filter((file) => !file.includes('node_modules'))
		// The database's journal comes and goes; what it holds gets into the database.
		.filter((file) => !file.endsWith('-journal'));
	return new Map(files.map((file) => [file, readFileSync(file)]));
}

function filesWith(text: string, written: Map<string, Buffer>): string[] {
	return [...written].filter(([, content]) => content.includes(text)).map(([file]) => file);
}
