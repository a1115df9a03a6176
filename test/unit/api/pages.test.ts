import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../../nodes/HmsSovereign/api/request';
import { pages } from '../../../nodes/HmsSovereign/api/pages';

/** A list of calls, newest first, to which calls may be added between two pages. */
class CallList {
	rows: IDataObject[];

	asked: IDataObject[] = [];

	constructor(count: number) {
		this.rows = Array.from({ length: count }, (_row, index) => ({ id: `call-${count - index}` }));
	}

	send = async ({ query = {} }: ApiRequest): Promise<unknown> => {
		const { limit, offset } = query as { limit: number; offset: number };
		this.asked.push(query);
		const calls = this.rows.slice(offset, offset + limit);
		return { calls, pagination: { total: this.rows.length, limit, offset } };
	};
}

async function readAll(list: { send: CallList['send'] }, limit?: number): Promise<unknown[]> {
	const ids: unknown[] = [];
	for await (const rows of pages(
		list.send,
		{ method: 'GET', path: '/calls' },
		{ key: 'calls', limit },
	)) {
		for (const { id } of rows) ids.push(id);
	}
	return ids;
}

describe('reading a paged list', () => {
	it('asks for the largest page until the total is reached', async () => {
		const list = new CallList(2_500);
		expect(await readAll(list)).toHaveLength(2_500);
		expect(list.asked).toEqual([
			{ limit: 1000, offset: 0 },
			{ limit: 1000, offset: 1000 },
			{ limit: 1000, offset: 2000 },
		]);
	});

	it('asks only for what is wanted', async () => {
		const list = new CallList(2_500);
		expect(await readAll(list, 3)).toEqual(['call-2500', 'call-2499', 'call-2498']);
		expect(list.asked).toEqual([{ limit: 3, offset: 0 }]);
	});

	it('gives no row twice when new calls push rows into the next page', async () => {
		const list = new CallList(2_500);
		const send: CallList['send'] = async (request) => {
			const page = await list.send(request);
			list.rows.unshift({ id: `new-${list.asked.length}-a` }, { id: `new-${list.asked.length}-b` });
			return page;
		};
		const ids = await readAll({ send });
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toHaveLength(2_500);
	});

	it('goes on where the API gives smaller pages than asked for', async () => {
		const list = new CallList(25);
		const send: CallList['send'] = async (request) =>
			await list.send({ ...request, query: { ...request.query, limit: 10 } });
		expect(await readAll({ send })).toHaveLength(25);
	});

	it('ends at an empty page, whatever the total says', async () => {
		const send = async () => ({ calls: [], pagination: { total: 99 } });
		expect(await readAll({ send })).toEqual([]);
	});

	it('ends when a page brings nothing new', async () => {
		const send = async () => ({ calls: [{ id: 'a' }, { id: 'b' }] });
		expect(await readAll({ send })).toEqual(['a', 'b']);
	});
});
