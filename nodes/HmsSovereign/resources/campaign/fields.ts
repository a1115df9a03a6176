import { toTimeOfDay, toTimeZone } from '../../fields/timeOfDay';
import type { Field } from '../operation';

export const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Appointment reminders',
	description: 'What you call this campaign',
	send: { in: 'body', as: 'name' },
};

export const startTime: Field = {
	displayName: 'Call From',
	name: 'scheduleStartTime',
	type: 'string',
	default: '09:00:00',
	placeholder: 'e.g. 09:00',
	description: 'Time of day before which nobody is called',
	send: { in: 'body', as: 'schedule_start_time', value: toTimeOfDay },
};

export const endTime: Field = {
	displayName: 'Call Until',
	name: 'scheduleEndTime',
	type: 'string',
	default: '17:00:00',
	placeholder: 'e.g. 17:00',
	description: 'Time of day after which nobody is called',
	send: { in: 'body', as: 'schedule_end_time', value: toTimeOfDay },
};

export const timezone: Field = {
	displayName: 'Time Zone',
	name: 'timezone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Amsterdam',
	description: "Time zone of the two times. Leave empty for this n8n workflow's own time zone.",
	send: { in: 'body', as: 'timezone', value: toTimeZone },
};

export const systemMessage: Field = {
	displayName: 'System Message',
	name: 'systemMessageTemplate',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. Remind {{name}} of the appointment on {{date}}.',
	description:
		"Instructions for the assistant in these calls. Names in double braces are filled in from each lead's variables.",
	send: { in: 'body', as: 'system_message_template' },
};
