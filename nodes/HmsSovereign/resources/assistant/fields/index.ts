import type { Field } from '../../../operation/operation';
import { analysisPlan } from './analysis';
import {
	gdprMode,
	isActive,
	maxDuration,
	silenceHandling,
	silenceTimeout,
	voicemailDetection,
	voicemailMessage,
} from './behavior';
import { languageModel } from './languageModel';
import { speechBehavior } from './speechBehavior';
import { speechRecognition } from './speechRecognition';
import { systemPrompt } from './texts';
import { tools } from './tools';
import { requiredVoiceId, voice, voiceId } from './voice';
import { webhookFields } from './webhook';

/** What a new assistant consists of, beside its first message; what people set most often comes first. */
export const newAssistantFields: Field[] = [
	systemPrompt,
	voice(requiredVoiceId),
	languageModel,
	speechRecognition,
	tools,
];

/** The same about a saved assistant, for a form for changes. */
export const savedAssistantFields: Field[] = [
	systemPrompt,
	voice(voiceId),
	languageModel,
	speechRecognition,
	{ ...tools, description: `${tools.description}. These take the place of all the tools it has.` },
];

/** What an assistant can be told about a call, also for one call only. */
export const callSettings: Field[] = [
	maxDuration,
	silenceHandling,
	silenceTimeout,
	voicemailDetection,
	voicemailMessage,
	...webhookFields,
];

/** Settings that only saved assistants have, and those of calls. */
export const rarelySet: Field[] = [
	isActive,
	analysisPlan,
	gdprMode,
	speechBehavior,
	...callSettings,
];
