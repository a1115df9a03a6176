import { numberField, switchField, textField } from '../../../fields/bodyFields';
import { placeholderHint } from '../../../fields/placeholders';

export const maxDuration = numberField({
	displayName: 'Max Duration (Seconds)',
	name: 'maxDuration',
	as: 'max_duration_seconds',
	min: 1,
	preset: 300,
	description: 'How long a call may last at most',
});

export const silenceHandling = switchField({
	displayName: 'Silence Handling',
	name: 'silenceHandling',
	as: 'autonomous_silence_handling',
	on: true,
	description: 'Whether the assistant speaks up by itself when the caller is silent',
});

export const silenceTimeout = numberField({
	displayName: 'Silence Timeout (Seconds)',
	name: 'silenceTimeout',
	as: 'silence_timeout_seconds',
	min: 1,
	preset: 8,
	description: 'How long a silence may last before the assistant reacts',
});

export const voicemailDetection = switchField({
	displayName: 'Voicemail Detection',
	name: 'voicemailDetection',
	as: 'voicemail_detection',
	on: true,
	description: 'Whether the assistant notices that a voicemail answered',
});

export const voicemailMessage = textField({
	displayName: 'Voicemail Message',
	name: 'voicemailMessage',
	as: 'voicemail_message',
	rows: 2,
	placeholder: 'e.g. We will call you back.',
	description: 'What the assistant leaves on a voicemail',
	hint: placeholderHint,
});

export const isActive = switchField({
	displayName: 'Active',
	name: 'isActive',
	as: 'is_active',
	on: true,
	description: 'Whether the assistant takes calls',
});

export const gdprMode = switchField({
	displayName: 'GDPR Mode',
	name: 'gdprMode',
	as: 'gdpr_mode',
	on: true,
	description: 'Whether the assistant runs in the GDPR mode of HMS Sovereign',
});
