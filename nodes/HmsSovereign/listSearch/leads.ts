import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import { InputError } from '../api/inputError';
import { fillPath } from '../api/path';
import { lead } from './labels';
import { entriesOf, read } from './search';

/** The leads of the campaign that is chosen in the same node, oldest first as the API gives them. */
export async function searchLeads(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const chosen = this.getCurrentNodeParameter('campaignId', { extractValue: true });
	const rows = await read(this, async (client) => {
		const campaignId = checked(typeof chosen === 'string' ? chosen.trim() : '');
		const path = fillPath('/campaigns/{campaignId}/leads', { campaignId });
		const body = await client.send({ method: 'GET', path, subject: `Campaign "${campaignId}"` });
		return rowsOf(body, 'leads');
	});
	return { results: entriesOf(rows, lead, filter) };
}

function checked(campaignId: string): string {
	if (campaignId === '') throw new InputError("Choose the 'Campaign' first");
	if (!campaignId.startsWith('=')) return campaignId;
	throw new InputError(
		"Leads cannot be listed while the 'Campaign' is an expression",
		'Enter the ID of the lead, or an expression for it.',
	);
}
