/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { RequestListener } from 'node:http';
import { json } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';

export interface HubspotStandIn {
	hosts: Record<string, RequestListener>;
	/** Contacts as HubSpot keeps them: `{ id, properties: { phone } }`. */
	contacts: Array<{ id: string; properties: IDataObject }>;
	/** The engagements that were made, in order. */
	engagements: IDataObject[];
}

/** What stands in for HubSpot: searching contacts by one property, and making engagements. */
export function hubspotHost(): HubspotStandIn {
	const contacts: HubspotStandIn['contacts'] = [];
	const engagements: IDataObject[] = [];
	const answer = (path: string, body: unknown): unknown => {
		if (path === '/crm/v3/objects/contacts/search') {
			const { filterGroups } = body as { filterGroups: Array<{ filters: IDataObject[] }> };
			const [{ propertyName, value }] = filterGroups[0].filters;
			const results = contacts.filter(
				({ properties }) => properties[String(propertyName)] === value,
			);
			return { total: results.length, results };
		}
		if (path !== '/engagements/v1/engagements') return undefined;
		engagements.push(body as IDataObject);
		return { engagement: { id: engagements.length } };
	};
	const listener: RequestListener = (request, response) => {
		void json(request).then((body) => {
			const found = answer((request.url ?? '').split('?')[0], body);
			response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(found ?? { message: 'Not in the stand-in' }));
		});
	};
	return { hosts: { 'api.hubapi.com': listener }, contacts, engagements };
}
