import { clearFields } from './collections';
import { textField } from './bodyFields';

/** Both kinds of templates can say what they are for. */
export const templateDescription = textField({
	displayName: 'Description',
	name: 'description',
	as: 'description',
	description: 'What this template is for',
});

export const clearDescription = clearFields([{ name: 'Description', value: 'description' }]);
