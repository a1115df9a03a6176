import { newAssistant } from '../newAssistant';
import type { Assistant, Organization } from '../types';
import { daysAgo, IDS } from './ids';

const PRACTICE = 'Tandartspraktijk De Linde';

export function seedAssistants(org: Organization): void {
	org.assistants.push(reception(), reminders(), emergency());
}

function assistant(id: string, name: string, ageDays: number, own: Partial<Assistant>): Assistant {
	return {
		...newAssistant(name),
		id,
		business_name: PRACTICE,
		created_at: daysAgo(ageDays),
		updated_at: daysAgo(3),
		...own,
	};
}

const speech = {
	stt_config: { provider: 'deepgram', model: 'nova-3', language: 'nl' },
	tts_config: { provider: 'elevenlabs', voice_id: 'ukiwGs47sHyibruHJ1vg', stability: 0.5 },
};

const llm = (instructions: string, tools: object[]) => ({
	provider: 'openai',
	model: 'gpt-5.4-mini',
	temperature: 0.7,
	messages: [{ role: 'system', content: instructions }],
	tools,
});

const reception = () =>
	assistant(IDS.reception, 'Receptie', 120, {
		notification_email: 'balie@delinde.example',
		notification_emails: ['balie@delinde.example'],
		first_message: 'Tandartspraktijk De Linde, goedendag. Waarmee kan ik u helpen?',
		max_duration_seconds: 600,
		voicemail_detection: false,
		analysis_plan: {
			structured_data_plan: {
				enabled: true,
				schema: {
					type: 'object',
					properties: {
						sentiment: { type: 'integer' },
						primary_topic: { type: 'string' },
						question_answered: { type: 'boolean' },
					},
				},
			},
			min_messages_threshold: 2,
		},
		...speech,
		llm_config: llm('Je bent de receptionist van een tandartspraktijk. Plan afspraken in.', [
			{
				name: 'find_free_slots',
				description: 'Finds free appointment slots on a day',
				parameters: { type: 'object', properties: { day: { type: 'string' } }, required: ['day'] },
			},
			{
				type: 'mcp',
				mcp_server_id: IDS.mcpServer,
				allowed_tools: ['search_mail'],
				required: false,
			},
			{ type: 'end_call' },
		]),
	});

const reminders = () =>
	assistant(IDS.reminders, 'Afspraakherinnering', 90, {
		first_message: 'Goedendag, u spreekt met de assistent van De Linde over uw afspraak.',
		max_duration_seconds: 180,
		voicemail_detection: true,
		voicemail_message: 'U heeft morgen een afspraak bij De Linde. Tot dan!',
		...speech,
		llm_config: llm('Herinner de patiënt aan de afspraak en vraag om een bevestiging.', []),
	});

const emergency = () =>
	assistant(IDS.emergency, 'Spoedlijn', 60, {
		first_message: 'Spoedlijn van De Linde. Wat is er aan de hand?',
		gdpr_mode: true,
		stt_config: speech.stt_config,
		tts_config: null,
		llm_config: {
			provider: 'openai_live',
			model: 'gpt-live-1',
			voice: 'marin',
			messages: [{ role: 'system', content: 'Beoordeel de ernst en verbind door naar de dienst.' }],
			tools: [
				{
					type: 'transfer_call',
					destinations: [
						{ type: 'number', number: '+31570612399', description: 'Tandarts van dienst' },
					],
				},
			],
		},
	});
