import type { IDataObject } from 'n8n-workflow';

import { TABLES } from '../../../dev/demoEditor/demoData';
import { readyExample } from '../../../dev/demoEditor/readyExample';
import { exampleFiles, readExample } from '../../../dev/n8n/examples';

const CHOICES = {
	credentials: [],
	parameters: {
		assistantId: { value: 'a', name: 'Receptie' },
		phoneNumberId: { value: 'n', name: '+31850835037' },
		dataTableId: { value: 't', name: 'Leads' },
		campaignId: { value: 'c', name: 'Check-up' },
		documentId: { value: 'd', name: 'People' },
		sheetName: { value: '0', name: 'Leads' },
		calendar: { value: 'practice@example.com', name: 'Practice' },
	},
};

interface TableNode extends IDataObject {
	filters?: { conditions?: Array<{ keyName: string }> };
	columns?: { value?: IDataObject };
}

/** Columns that the table nodes of an example look at or fill. */
function columnsOf(file: string): string[] {
	return readExample(file)
		.nodes.filter(({ type }) => type === 'n8n-nodes-base.dataTable')
		.flatMap(({ parameters }) => {
			const { filters, columns } = (parameters ?? {}) as TableNode;
			const filtered = filters?.conditions?.map(({ keyName }) => keyName) ?? [];
			return [...filtered, ...Object.keys(columns?.value ?? {})];
		});
}

const usesTable = (file: string) =>
	readExample(file).nodes.some(({ type }) => type === 'n8n-nodes-base.dataTable');

describe.each(exampleFiles())('the demo of %s', (file) => {
	it('has the data table that the example asks for', () => {
		expect(file in TABLES).toBe(usesTable(file));
		const columns = TABLES[file]?.columns.map((one) => (typeof one === 'string' ? one : one.name));
		expect(columnsOf(file).filter((name) => name !== 'id' && !columns?.includes(name))).toEqual([]);
	});

	it('leaves no assistant, number or table to choose, and waits for seconds only', () => {
		const { nodes } = readyExample(readExample(file), CHOICES);
		const open = nodes.flatMap(({ name, parameters }) =>
			Object.entries(parameters ?? {})
				.filter(([, value]) => JSON.stringify(value).includes('"__rl":true'))
				.filter(([, value]) => (value as IDataObject).value === '')
				.map(([parameter]) => `${name}: ${parameter}`),
		);
		expect(open).toEqual([]);
		const waits = nodes.filter(({ type }) => type === 'n8n-nodes-base.wait');
		for (const { parameters } of waits) {
			expect(parameters).toMatchObject({ amount: 5, unit: 'seconds' });
		}
	});
});
