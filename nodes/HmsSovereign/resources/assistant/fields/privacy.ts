import { block, listField, switchField, textField } from '../../../fields/bodyFields';

/** Only for updates: the API does not take it when an assistant is created (API docs: Assistants). */
export const notificationEmails = listField({
	displayName: 'Notification Emails',
	name: 'notificationEmails',
	as: 'notification_emails',
	most: 5,
	placeholder: 'e.g. name@email.com, office@email.com',
	description: 'Up to 5 addresses to which the reports of calls are sent, with commas between them',
});

/** `recording_consent`: both parts are required; only for updates (API docs: Privacy and compliance). */
export const recordingConsent = block(
	{
		displayName: 'Recording Consent',
		name: 'recordingConsent',
		description:
			'Incoming phone calls begin with the question whether they may be recorded: 1 agrees, 2 declines and ends the call',
	},
	[
		switchField({
			displayName: 'Enabled',
			name: 'enabled',
			as: 'recording_consent.enabled',
			on: true,
			description: 'Whether callers are asked',
		}),
		textField({
			displayName: 'Message',
			name: 'message',
			as: 'recording_consent.message',
			rows: 3,
			placeholder: 'e.g. May we record this call? Press 1 to agree or 2 to decline.',
			description: 'What callers hear before the call begins',
		}),
	],
);
