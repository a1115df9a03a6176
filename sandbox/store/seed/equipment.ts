import type { Organization, PhoneNumber } from '../types';
import { daysAgo, IDS } from './ids';

const stamps = (ageDays: number) => ({ created_at: daysAgo(ageDays), updated_at: daysAgo(2) });

/** Everything around the assistants: numbers, trunk, templates, workflow, MCP server, keys. */
export function seedEquipment(org: Organization): void {
	org.trunks.push({
		id: IDS.trunk,
		org_id: org.id,
		name: 'Telefooncentrale praktijk',
		provider: 'voys',
		address: 'sip.delinde.example',
		transport: 'tls',
		auth_username: 'delinde',
		is_active: true,
		...stamps(118),
	});
	org.trunkPasswords[IDS.trunk] = 'a-password-that-never-comes-back';
	org.numbers.push(
		number(IDS.mainLine, '+31570612300', { agent_id: IDS.reception, workflow_id: IDS.workflow }),
		number(IDS.reminderLine, '+31850835037', { agent_id: IDS.reminders }),
		// No trunk: this number can be called but cannot call.
		number(IDS.emergencyLine, '+31570612311', {
			agent_id: IDS.emergency,
			transfer_trunk_id: null,
		}),
	);
	org.mcpServers.push({
		id: IDS.mcpServer,
		name: 'Mailbox',
		url: 'https://mcp.delinde.example/mcp',
		transport: 'streamable_http',
		headers: { Authorization: 'Bearer a-token-that-never-comes-back' },
		timeout_seconds: 20,
		...stamps(40),
	});
	org.providerKeys.deepgram = { secretId: 'vault-123', apiKey: 'a-key-that-never-comes-back' };
	org.resendDomains.push(
		{
			id: 'd91cd9bd-1176-453e-8fc1-35364d380206',
			name: 'mail.delinde.example',
			status: 'verified',
			region: 'eu-west-1',
		},
		{
			id: 'd91cd9bd-1176-453e-8fc1-35364d380207',
			name: 'nieuws.delinde.example',
			status: 'pending',
			region: 'eu-west-1',
		},
	);
	seedTemplates(org);
	seedWorkflow(org);
}

function number(id: string, phoneNumber: string, own: Partial<PhoneNumber>): PhoneNumber {
	return {
		id,
		phone_number: phoneNumber,
		agent_id: null,
		transfer_trunk_id: IDS.trunk,
		workflow_id: null,
		source: null,
		is_active: true,
		...stamps(110),
		...own,
	};
}

function seedTemplates(org: Organization): void {
	org.toolTemplates.push(
		{
			id: IDS.toolTemplate,
			org_id: org.id,
			name: 'Patient lookup',
			description: 'Look up a patient by phone number',
			tool_type: 'function',
			tool_config: {
				name: 'lookup_patient',
				description: 'Find a patient in the practice software',
				url: 'https://api.delinde.example/patients',
				parameters: {
					type: 'object',
					properties: { phone: { type: 'string' } },
					required: ['phone'],
				},
			},
			...stamps(80),
		},
		{
			id: IDS.transferTemplate,
			org_id: org.id,
			name: 'Naar de balie',
			description: null,
			tool_type: 'transfer_call',
			tool_config: {
				destinations: [{ type: 'number', number: '+31570612301', description: 'Balie' }],
			},
			...stamps(75),
		},
	);
	org.analysisTemplates.push(
		analysisTemplate(org.id, IDS.analysisTemplate, 'Afspraakwens', {
			wants_appointment: { type: 'boolean' },
			preferred_day: { type: 'string' },
		}),
		analysisTemplate(org.id, IDS.qualityTemplate, 'Gesprekskwaliteit', {
			sentiment: { type: 'integer' },
			question_answered: { type: 'boolean' },
		}),
	);
}

const analysisTemplate = (orgId: string, id: string, name: string, properties: object) => ({
	id,
	org_id: orgId,
	name,
	description: null,
	system_prompt: 'You are an analyst of a dental practice.',
	user_prompt: 'Fill in the schema. Transcript: {transcript}',
	schema: { type: 'object', properties },
	...stamps(70),
});

function seedWorkflow(org: Organization): void {
	org.workflows.push({
		id: IDS.workflow,
		name: 'Onthaal',
		is_active: true,
		definition: {
			version: 1,
			entry_node: 'onthaal',
			global_prompt: null,
			nodes: [
				{ id: 'onthaal', type: 'conversation', instructions: 'Vraag waarvoor de patiënt belt.' },
				{ id: 'spoed', type: 'transfer', destination: '+31570612311' },
				{ id: 'einde', type: 'end', first_line: 'Bedankt voor het bellen.' },
			],
			edges: [
				{ from: 'onthaal', to: 'spoed', description: 'De patiënt heeft veel pijn.' },
				{ from: 'onthaal', to: 'einde', description: 'De patiënt is klaar.' },
			],
		},
		...stamps(30),
	});
}
