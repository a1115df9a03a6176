import { UNCHANGED } from '../../../fields/changes';
import { CUSTOM } from '../../../fields/choice';
import { parseJson } from '../../../fields/json';
import {
	listField,
	numberField,
	settings,
	switchField,
	textField,
} from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';

const temperature = numberField({
	displayName: 'Temperature',
	name: 'temperature',
	as: 'llm_config.temperature',
	min: 0,
	max: 2,
	preset: 0.7,
	digits: 2,
	description: 'How freely the model answers: low is predictable, high is varied',
});

const maxTokens = (as: string) =>
	numberField({
		displayName: 'Max Tokens',
		name: 'maxTokens',
		as,
		min: 1,
		max: 32768,
		preset: 1024,
		description: 'How long one answer may be at most, in tokens',
	});

const geminiLive: Field[] = [
	textField({
		displayName: 'Location',
		name: 'location',
		as: 'llm_config.location',
		placeholder: 'e.g. europe-west4',
		description: 'The Google Cloud region in which the model runs',
	}),
	maxTokens('llm_config.max_output_tokens'),
	temperature,
	switchField({
		displayName: 'Use Vertex AI',
		name: 'vertexAi',
		as: 'llm_config.vertexai',
		description: 'Whether the model runs on Google Vertex AI instead of the Gemini API',
	}),
];

/** Values outside these ranges are moved into them by the platform (API docs: xAI Realtime). */
const turnDetection: Field[] = [
	numberField({
		displayName: 'Turn Detection: Idle Timeout (Milliseconds)',
		name: 'turnIdleTimeout',
		as: 'llm_config.turn_detection.idle_timeout_ms',
		min: 0,
		max: 30000,
		preset: 0,
		description: 'How long a silence may last before the assistant speaks up; 0 turns this off',
	}),
	numberField({
		displayName: 'Turn Detection: Lead-In (Milliseconds)',
		name: 'turnPrefixPadding',
		as: 'llm_config.turn_detection.prefix_padding_ms',
		min: 0,
		max: 2000,
		preset: 300,
		description: 'How much sound from before somebody began to speak is listened to',
	}),
	numberField({
		displayName: 'Turn Detection: Silence (Milliseconds)',
		name: 'turnSilence',
		as: 'llm_config.turn_detection.silence_duration_ms',
		min: 100,
		max: 2000,
		preset: 200,
		description: 'How long the caller must be silent before it is the turn of the assistant',
	}),
	numberField({
		displayName: 'Turn Detection: Threshold',
		name: 'turnThreshold',
		as: 'llm_config.turn_detection.threshold',
		min: 0,
		max: 1,
		preset: 0.5,
		digits: 2,
		description: 'How loud somebody must speak to be heard: 0 hears everything',
	}),
];

const grokVoice: Field[] = [
	listField({
		displayName: 'Key Terms',
		name: 'keyterms',
		as: 'llm_config.transcription.keyterms',
		most: 100,
		length: 50,
		placeholder: 'e.g. VoiceDock, De Linde',
		description: 'Names and words to listen for, with commas between them',
	}),
	textField({
		displayName: 'Language Hint',
		name: 'languageHint',
		as: 'llm_config.transcription.language_hint',
		placeholder: 'e.g. nl',
		description: 'The language that callers most likely speak',
	}),
	{
		displayName: 'Provider Tools (JSON)',
		name: 'providerTools',
		type: 'json',
		default: '[]',
		description:
			'Tools that xAI itself runs, as a JSON list, such as [{"type": "web_search"}]. Also x_search and file_search.',
		send: { in: 'body', as: 'llm_config.provider_tools', value: parseJson },
	},
	{
		displayName: 'Reasoning Effort',
		name: 'reasoningEffort',
		type: 'options',
		options: [
			{ name: 'High', value: 'high' },
			{ name: 'None', value: 'none' },
		],
		default: 'none',
		description: 'How much the model thinks before it speaks',
		send: { in: 'body', as: 'llm_config.reasoning_effort' },
	},
	numberField({
		displayName: 'Speed',
		name: 'speed',
		as: 'llm_config.speed',
		min: 0.7,
		max: 1.5,
		preset: 1,
		digits: 2,
		description: 'How fast the voice speaks: 1 is normal',
	}),
	temperature,
	...turnDetection,
];

const gptLive: Field[] = [
	textField({
		displayName: 'Delegation Instructions',
		name: 'delegationInstructions',
		as: 'llm_config.delegation.instructions',
		rows: 3,
		description: 'What the model in the background, which does the longer thinking, should heed',
	}),
	temperature,
];

/** What can be set beside the model, for each provider only what it takes. */
export const modelSettings: Field[] = [
	settings({ provider: ['openai', 'google'] }, [
		maxTokens('llm_config.max_completion_tokens'),
		temperature,
	]),
	settings({ provider: ['xai', 'mistral', CUSTOM, UNCHANGED.value] }, [temperature]),
	settings({ provider: ['google_realtime'] }, geminiLive),
	settings({ provider: ['xai_realtime'] }, grokVoice),
	settings({ provider: ['openai_live'] }, gptLive),
];
