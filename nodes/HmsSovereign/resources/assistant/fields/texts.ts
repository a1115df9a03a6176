import { nameField, textField } from '../../../fields/bodyFields';
import { placeholderHint } from '../../../fields/placeholders';

export const name = nameField('e.g. Front desk', 'What you call this assistant');

export const firstMessage = textField({
	displayName: 'First Message',
	name: 'firstMessage',
	as: 'first_message',
	rows: 2,
	placeholder: 'e.g. Good afternoon, how can I help you?',
	description: 'What the assistant says first',
	hint: placeholderHint,
});

/** The API keeps the prompt among the model's messages (API docs: Assistants). */
export const systemPrompt = textField({
	displayName: 'System Prompt',
	name: 'systemPrompt',
	as: 'llm_config.messages',
	rows: 6,
	placeholder: 'e.g. You are the receptionist of a dental practice.',
	description: 'Who the assistant is, what it knows and how it should behave',
	hint: placeholderHint,
	value: (entered) => (entered === '' ? undefined : [{ role: 'system', content: String(entered) }]),
});

export const businessName = textField({
	displayName: 'Business Name',
	name: 'businessName',
	as: 'business_name',
	placeholder: 'e.g. Acme Corp',
	description: 'The business on whose behalf the assistant speaks',
});

export const notificationEmail = textField({
	displayName: 'Notification Email',
	name: 'notificationEmail',
	as: 'notification_email',
	placeholder: 'e.g. name@email.com',
	description: 'The address to which reports about calls are sent',
});
