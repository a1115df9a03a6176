import type { IDataObject } from 'n8n-workflow';
import type { N8nApi } from './api';

/** An n8n data table of its own for a test. */
export interface DataTable {
	id: string;
	add: (rows: IDataObject[]) => Promise<void>;
	/** In the order in which they were added. */
	rows: () => Promise<IDataObject[]>;
}

/** @param columns their names; all are text columns */
export async function createTable(n8n: N8nApi, columns: string[]): Promise<DataTable> {
	const { id: projectId } = await n8n.ask<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${projectId}/data-tables`;
	const { id } = await n8n.ask<{ id: string }>('POST', tables, {
		name: `Table ${Date.now()}`,
		columns: columns.map((name) => ({ name, type: 'string' })),
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
