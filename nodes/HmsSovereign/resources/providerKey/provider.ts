import type { Field } from '../../operation/operation';

/** Whose keys can be stored (API docs: BYOK). */
export const provider: Field = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	options: [
		{ name: 'Deepgram', value: 'deepgram' },
		{ name: 'ElevenLabs', value: 'elevenlabs' },
		{ name: 'Gladia', value: 'gladia' },
		{ name: 'Google', value: 'google', description: 'Gemini' },
		{ name: 'Google Vertex AI', value: 'google_vertex', description: 'Gemini, Chirp' },
		{ name: 'Inworld', value: 'inworld' },
		{ name: 'Mistral', value: 'mistral' },
		{ name: 'OpenAI', value: 'openai' },
		{ name: 'Resend', value: 'resend', description: 'E-mail domains' },
		{ name: 'xAI', value: 'xai', description: 'Grok' },
	],
	default: 'openai',
	required: true,
	description: 'Whose API key it is',
	send: { in: 'body', as: 'provider' },
};
