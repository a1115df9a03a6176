/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { IDataObject } from 'n8n-workflow';

export interface GoogleStandIn {
	hosts: Record<string, RequestListener>;
	/** The one sheet of every document, its heading first. */
	sheet: { title: string; id: number; rows: string[][] };
	/** The events of every calendar. */
	events: IDataObject[];
}

type Answer = (path: string, query: URLSearchParams, method: string, body: IDataObject) => unknown;

/**
 * What stands in for Google Sheets and Google Calendar: as much of their APIs as n8n's own nodes use for
 * reading and changing rows and events. Whoever asks is signed in.
 */
export function googleHosts(): GoogleStandIn {
	const sheet: GoogleStandIn['sheet'] = { title: 'Leads', id: 0, rows: [] };
	const events: IDataObject[] = [];
	return {
		hosts: {
			'oauth2.googleapis.com': listener(() => ({
				access_token: 'google-test',
				token_type: 'Bearer',
				expires_in: 3600,
			})),
			'sheets.googleapis.com': listener((path, _query, method, body) => {
				if (path.endsWith('/values:batchUpdate')) return updateCells(sheet.rows, body);
				if (method === 'GET' && path.includes('/values/')) return { values: sheet.rows };
				const properties = { sheetId: sheet.id, title: sheet.title };
				return method === 'GET' ? { sheets: [{ properties }] } : undefined;
			}),
			'www.googleapis.com': listener((path, query, method, body) => {
				if (method === 'GET') return { items: events.filter((event) => isBetween(event, query)) };
				const event = events.find(({ id }) => path.endsWith(`/events/${String(id)}`));
				return method === 'PATCH' && event ? Object.assign(event, body) : undefined;
			}),
		},
		sheet,
		events,
	};
}

function listener(answer: Answer): RequestListener {
	return (request, response) => void reply(request, response, answer);
}

async function reply(request: IncomingMessage, response: ServerResponse, answer: Answer) {
	const body = await text(request);
	const { pathname, searchParams } = new URL(request.url ?? '/', 'https://google.test');
	const isJson = (request.headers['content-type'] ?? '').includes('json') && body !== '';
	const found = answer(
		decodeURIComponent(pathname),
		searchParams,
		request.method ?? 'GET',
		isJson ? (JSON.parse(body) as IDataObject) : {},
	);
	response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify(found ?? { error: { code: 404, message: 'Not in the stand-in' } }));
}

/** Writes single cells: `{ data: [{ range: "Leads!C2", values: [["answered"]] }] }`. */
function updateCells(rows: string[][], { data }: IDataObject): IDataObject {
	for (const { range, values } of data as Array<{ range: string; values: unknown[][] }>) {
		const [, letter, number] = /!([A-Z])(\d+)/.exec(range) ?? [];
		const row = (rows[Number(number) - 1] ??= []);
		values[0].forEach((value, at) => (row[letter.charCodeAt(0) - 65 + at] = String(value)));
	}
	return { totalUpdatedCells: 1 };
}

function isBetween({ start }: IDataObject, query: URLSearchParams): boolean {
	const time = Date.parse(String((start as IDataObject).dateTime));
	const [from, to] = ['timeMin', 'timeMax'].map((name) => Date.parse(query.get(name) ?? ''));
	return !(time < from) && !(time >= to);
}
