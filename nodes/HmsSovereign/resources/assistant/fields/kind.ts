/** Whether a form describes a whole assistant, or what is to be different about a saved one. */
export type FormKind = 'new' | 'change';

/** First option of a provider list in a form for changes. */
export const UNCHANGED = {
	name: 'Unchanged',
	value: 'unchanged',
	description: 'What the assistant has now',
};
