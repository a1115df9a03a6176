import type { Field, Send } from '../operation/operation';

export interface LocatorOptions {
	/** Parameter name, `<resource>Id`; saved in workflows, so it never changes. */
	name: string;
	displayName: string;
	/** The function in `listSearch/` that fills From List. */
	list: string;
	send?: Send;
	description?: string;
	/** Default true. */
	required?: boolean;
	/** An example id. */
	placeholder?: string;
}

/** A parameter that takes a resource from a searchable list, or by its ID. */
export function locator({
	name,
	displayName,
	list,
	send,
	description = 'Choose from the list, or enter an ID',
	required = true,
	placeholder = 'e.g. 17a0cb75-fa09-4bdd-9a44-92a70d829c88',
}: LocatorOptions): Field {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose…',
				typeOptions: { searchListMethod: list, searchable: true },
			},
			{ displayName: 'ID', name: 'id', type: 'string', placeholder },
		],
		...(send !== undefined && { send }),
	};
}
