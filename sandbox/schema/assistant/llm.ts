import { DELEGATION_MODELS, LANGUAGE_MODELS, LIMITS } from '../../catalogue/languageModels';
import { GOOGLE_VOICES, OPENAI_LIVE_VOICES, XAI_VOICES } from '../../catalogue/speech';
import {
	bool,
	fields,
	integer,
	list,
	number,
	oneOf,
	required,
	text,
	variant,
	type Shape,
} from '../rules';
import { tools } from './tools';

const message = fields({
	role: required(oneOf(['system', 'user', 'assistant'])),
	content: required(text({ min: 0 })),
});

/** Fields that every provider takes. */
const shared = (provider: keyof typeof LANGUAGE_MODELS): Shape => ({
	provider: required(oneOf([provider])),
	model: required(oneOf(LANGUAGE_MODELS[provider].models)),
	temperature: number(...LIMITS.temperature),
	messages: list(message),
	tools,
});

const tokens = integer(...LIMITS.completionTokens);

// Values outside these ranges are clamped by the platform, so the sandbox accepts any number.
const turnDetection = fields({
	threshold: number(),
	prefix_padding_ms: number(),
	silence_duration_ms: number(),
	idle_timeout_ms: number(),
});

const providerTool = variant('type', {
	web_search: fields({ type: oneOf(['web_search']) }),
	x_search: fields({
		type: oneOf(['x_search']),
		allowed_x_handles: list(text(), { max: LIMITS.xHandles }),
	}),
	file_search: fields({
		type: oneOf(['file_search']),
		vector_store_ids: required(list(text(), { min: 1 })),
		max_num_results: integer(...LIMITS.searchResults),
	}),
});

/** `llm_config`: provider and model are required, the rest depends on the provider. */
export const llmConfig = variant('provider', {
	openai: fields({ ...shared('openai'), max_completion_tokens: tokens }),
	xai: fields(shared('xai')),
	mistral: fields(shared('mistral')),
	google: fields({ ...shared('google'), max_completion_tokens: tokens }),
	google_realtime: fields({
		...shared('google_realtime'),
		voice: oneOf(GOOGLE_VOICES),
		vertexai: bool,
		location: text(),
		max_output_tokens: tokens,
		analysis_model: text(),
	}),
	xai_realtime: fields({
		...shared('xai_realtime'),
		voice: oneOf(XAI_VOICES),
		turn_detection: turnDetection,
		reasoning_effort: oneOf(['none', 'high']),
		speed: number(...LIMITS.speed),
		transcription: fields({
			language_hint: text(),
			keyterms: list(text({ max: LIMITS.keyterms.characters }), { max: LIMITS.keyterms.items }),
		}),
		provider_tools: list(providerTool),
	}),
	openai_live: fields({
		...shared('openai_live'),
		voice: oneOf(OPENAI_LIVE_VOICES),
		delegation: fields({ model: oneOf(DELEGATION_MODELS), instructions: text() }),
	}),
});
