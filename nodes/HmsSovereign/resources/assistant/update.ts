import { clearFields, updateFields } from '../../fields/collections';
import { isObject } from '../../api/json';
import { moreFields, parseJsonObject } from '../../fields/json';
import { assistantId } from '../../fields/resourceIds';
import type { Field, Operation, RequestSpec } from '../../operation/operation';
import { wholeChanges } from './blocks';
import { savedAssistantFields, rarelySet } from './fields';
import { notificationEmails, recordingConsent } from './fields/privacy';
import { businessName, firstMessage, name, notificationEmail } from './fields/texts';
import { assistantIn, readAssistant } from './read';

const request: RequestSpec = { method: 'PATCH', path: '/assistants/{assistantId}' };

/** Where the JSON that the user wrote waits until the rest is complete. */
const WRITTEN = 'written';

const writtenFields: Field = {
	...moreFields,
	description:
		'Further fields as the HMS Sovereign API names them. They win over the fields above. A block such as llm_config is sent as you write it here, so write all of it.',
	send: { in: 'body', as: WRITTEN, value: parseJsonObject },
};

const changeable: Field[] = [
	businessName,
	firstMessage,
	name,
	notificationEmail,
	notificationEmails,
	recordingConsent,
	...savedAssistantFields,
	...rarelySet,
	writtenFields,
].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** The API's nullable fields, and what can be empty inside its blocks (API docs: Update assistant). */
const clearable = clearFields([
	{ name: 'Analysis', value: 'analysis_plan' },
	{ name: 'Business Name', value: 'business_name' },
	{ name: 'End Call Message', value: 'speech_config.end_call_message' },
	{ name: 'End Call Phrases', value: 'speech_config.end_call_phrases' },
	{
		name: 'False Interruption Handling',
		value: 'speech_config.turn_taking.false_interruption_timeout',
	},
	{ name: 'First Message', value: 'first_message' },
	{ name: 'First Message on Outgoing Calls', value: 'speech_config.first_message_outbound' },
	{ name: 'Max Duration', value: 'max_duration_seconds' },
	{ name: 'Notification Email', value: 'notification_email' },
	{ name: 'Notification Emails', value: 'notification_emails' },
	{ name: 'Pronunciation', value: 'speech_config.pronunciation', nothing: [] },
	{ name: 'Recording Consent', value: 'recording_consent' },
	{ name: 'Silence: Final Message', value: 'speech_config.silence.final_message' },
	{ name: 'Silence: Messages', value: 'speech_config.silence.messages', nothing: [] },
	{ name: 'Speech Behavior', value: 'speech_config' },
	{ name: 'Tools', value: 'llm_config.tools', nothing: [] },
	{ name: 'Voice', value: 'tts_config' },
	{ name: 'Voicemail Detection', value: 'voicemail_detection' },
	{ name: 'Voicemail Message', value: 'voicemail_message' },
	{ name: 'Webhook Events', value: 'webhook_events' },
	{ name: 'Webhook Secret', value: 'webhook_secret' },
	{ name: 'Webhook URL', value: 'webhook_url' },
]);

/**
 * PATCH /assistants/{id}: only the given fields change. When a part of a block (model, speech, voice,
 * analysis, recording consent) changes, the assistant is read first and that block is sent as a whole,
 * because it is not documented whether the API merges blocks. What somebody else changes in the same
 * block in between is lost.
 */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update assistant',
	description: 'Change an assistant; what you do not add stays as it is',
	fields: [assistantId, updateFields(changeable), clearable],
	run: async (item) => {
		const built = item.build(request);
		const { [WRITTEN]: written, ...changes } = built.body ?? {};
		const read = async () => await readAssistant(item, String(item.parameter('assistantId')));
		const body = await wholeChanges(changes, isObject(written) ? written : {}, read);
		return [{ json: assistantIn(await item.send({ ...built, body })) }];
	},
	calls: ['GET /assistants/{assistantId}', 'PATCH /assistants/{assistantId}'],
	readsOnly: false,
};
