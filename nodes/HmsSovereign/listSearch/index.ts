import { searchWholeList, type ListSearch } from './search';

/** What fills the From List pickers, by the name that locators use. */
export const listSearch: Record<string, ListSearch> = {
	searchAssistants: searchWholeList('/assistants', 'assistants', ({ id, name }) => ({
		name: String(name ?? id),
		value: String(id),
	})),
};
