import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

/** The IANA names that this n8n's Node.js knows. */
const ZONES = Intl.supportedValuesOf('timeZone');

/**
 * Time zones by their IANA names, the workflow's own first, which is what most people want. Found by any
 * part of the name, with spaces too: `new york` finds America/New_York.
 */
export async function searchTimeZones(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const own = this.getTimezone();
	const wanted = filter.trim().toLowerCase().replace(/\s+/g, '_');
	const others = ZONES.filter((zone) => zone !== own).map((zone) => ({ name: zone, value: zone }));
	const entries = [{ name: `${own} (this workflow)`, value: own }, ...others];
	return { results: entries.filter(({ value }) => value.toLowerCase().includes(wanted)) };
}
