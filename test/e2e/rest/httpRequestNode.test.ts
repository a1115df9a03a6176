import { outputs } from '../../../dev/n8n/api';
import { openScene, type Scene } from '../support/scene';
import { manualTrigger, row } from '../support/workflows';

describe("The credential in n8n's own HTTP Request node", () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterAll(async () => await scene.sandbox.close());

	it('signs requests that no operation of our node makes', async () => {
		const { n8n, sandbox, credential } = scene;
		const httpRequest = {
			name: 'HTTP Request',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				url: `${sandbox.url}/organizations?include_children=true`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'hmsSovereignApi',
			},
			credentials: { hmsSovereignApi: { id: credential.id, name: credential.name } },
		};

		const execution = await n8n.run(row('HTTP Request', manualTrigger(), httpRequest));

		expect(execution.status).toBe('success');
		const [[organization]] = outputs(execution, 'HTTP Request');
		expect(organization.json).toHaveProperty('minutes_balance');
		expect(sandbox.requests[0].headers.authorization).toBe(`Bearer ${sandbox.apiKey}`);
	});
});
