import { nameField, textField } from '../../fields/bodyFields';
import { placeholderHint } from '../../fields/placeholders';
import { toTimeOfDay } from '../../fields/timeOfDay';
import { timeZoneField, toTimeZone } from '../../fields/timeZone';
import type { Field } from '../../operation/operation';

export const name = nameField('e.g. Appointment reminders', 'What you call this campaign');

export const startTime: Field = {
	displayName: 'Earliest Call Time',
	name: 'scheduleStartTime',
	type: 'string',
	default: '09:00:00',
	placeholder: 'e.g. 09:00',
	description: 'Time of day before which nobody is called',
	send: { in: 'body', as: 'schedule_start_time', value: toTimeOfDay },
};

export const endTime: Field = {
	displayName: 'Latest Call Time',
	name: 'scheduleEndTime',
	type: 'string',
	default: '17:00:00',
	placeholder: 'e.g. 17:00',
	description: 'Time of day after which nobody is called',
	send: { in: 'body', as: 'schedule_end_time', value: toTimeOfDay },
};

export const timezone: Field = {
	...timeZoneField('timezone', 'of the two times, in which people are called'),
	send: { in: 'body', as: 'timezone', value: toTimeZone, readsEmpty: true },
};

export const systemMessage = textField({
	displayName: 'System Message',
	name: 'systemMessageTemplate',
	as: 'system_message_template',
	rows: 4,
	placeholder: 'e.g. Remind {{name}} of the appointment on {{date}}.',
	description:
		"Instructions for the assistant in these calls. Names in double braces are filled in from each lead's variables.",
	hint: placeholderHint,
});
