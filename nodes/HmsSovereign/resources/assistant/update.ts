import { clearFields, updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { assistantId } from '../../fields/resourceIds';
import type { Field, Operation, RequestSpec } from '../../operation/operation';
import { changesBlocks, withWholeBlocks } from './blocks';
import { checkAssistant } from './check';
import { changedAssistantFields, rarelySet } from './fields';
import { notificationEmails, recordingConsent } from './fields/privacy';
import { businessName, firstMessage, name, notificationEmail } from './fields/texts';
import { assistantIn, readAssistant } from './read';

const request: RequestSpec = { method: 'PATCH', path: '/assistants/{assistantId}' };

const changeable: Field[] = [
	businessName,
	firstMessage,
	name,
	notificationEmail,
	notificationEmails,
	recordingConsent,
	...changedAssistantFields,
	...rarelySet,
	moreFields,
].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** The API's nullable fields (API docs: Update assistant). */
const clearable = clearFields([
	{ name: 'Analysis', value: 'analysis_plan' },
	{ name: 'Business Name', value: 'business_name' },
	{ name: 'First Message', value: 'first_message' },
	{ name: 'Max Duration', value: 'max_duration_seconds' },
	{ name: 'Notification Email', value: 'notification_email' },
	{ name: 'Notification Emails', value: 'notification_emails' },
	{ name: 'Recording Consent', value: 'recording_consent' },
	{ name: 'Speech Behavior', value: 'speech_config' },
	{ name: 'Voice', value: 'tts_config' },
	{ name: 'Voicemail Detection', value: 'voicemail_detection' },
	{ name: 'Voicemail Message', value: 'voicemail_message' },
	{ name: 'Webhook Events', value: 'webhook_events' },
	{ name: 'Webhook Secret', value: 'webhook_secret' },
	{ name: 'Webhook URL', value: 'webhook_url' },
]);

/**
 * PATCH /assistants/{id}: only the given fields change. When a part of the model, speech, voice or
 * analysis settings changes, the assistant is read first and that block is sent as a whole, because it
 * is not documented whether the API merges blocks. What somebody else changes in the same block in
 * between is lost.
 */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update assistant',
	description: 'Change an assistant; what you do not add stays as it is',
	fields: [assistantId, updateFields(changeable), clearable],
	run: async (item) => {
		const built = item.build(request);
		const changes = built.body ?? {};
		const body = changesBlocks(changes)
			? withWholeBlocks(await readAssistant(item, String(item.parameter('assistantId'))), changes)
			: changes;
		checkAssistant(body);
		return [{ json: assistantIn(await item.send({ ...built, body })) }];
	},
	calls: ['GET /assistants/{assistantId}', 'PATCH /assistants/{assistantId}'],
	readsOnly: false,
};
