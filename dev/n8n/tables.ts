import type { IDataObject } from 'n8n-workflow';
import type { N8nApi } from './api';

/** An n8n data table. */
export interface DataTable {
	id: string;
	add: (rows: IDataObject[]) => Promise<void>;
	/** In the order in which they were added. */
	rows: () => Promise<IDataObject[]>;
}

export interface Column {
	name: string;
	type: 'string' | 'number';
}

/** @param columns a name alone stands for a text column */
export async function createTable(
	n8n: N8nApi,
	columns: Array<string | Column>,
	name = `Table ${Date.now()}`,
): Promise<DataTable> {
	const { id: projectId } = await n8n.ask<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${projectId}/data-tables`;
	const { id } = await n8n.ask<{ id: string }>('POST', tables, {
		name,
		columns: columns.map((column) =>
			typeof column === 'string' ? { name: column, type: 'string' } : column,
		),
	});
	return {
		id,
		add: async (rows) => {
			await n8n.ask('POST', `${tables}/${id}/insert`, { data: rows, returnType: 'id' });
		},
		rows: async () => {
			const { data } = await n8n.ask<{ data: IDataObject[] }>('GET', `${tables}/${id}/rows`);
			return data.sort((a, b) => Number(a.id) - Number(b.id));
		},
	};
}
