/**
 * Puts ids into a path such as `/calls/{callId}/control`, percent-encoded: a call id can hold a `+`
 * (API docs: Calls). An empty id, `.` or `..` would reach another address, so they are refused.
 *
 * @throws Error that names the id, before anything is sent
 */
export function fillPath(template: string, ids: Record<string, string>): string {
	return template.replace(/\{(\w+)\}/g, (_placeholder, name: string) => {
		const id = (ids[name] ?? '').trim();
		if (id === '' || id === '.' || id === '..') {
			throw new Error(id === '' ? 'The ID is empty' : `"${id}" is not a valid ID`);
		}
		return encodeURIComponent(id);
	});
}
