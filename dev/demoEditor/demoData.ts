import type { IDataObject } from 'n8n-workflow';
import type { Column } from '../n8n/tables';
import { NOT_REACHED } from './phone';

/** The data table that an example asks for, with rows to try it with. */
export interface DemoTable {
	name: string;
	columns: Array<string | Column>;
	rows: IDataObject[];
}

/** By the example's file. */
export const TABLES: Record<string, DemoTable> = {
	'call-leads-to-table.json': {
		name: 'Leads',
		columns: ['name', 'phone', 'status', 'call_id', 'end_reason', 'summary'],
		rows: [
			{ name: 'Anna', phone: '+31 6 1111 1111' },
			{ name: 'Bob', phone: NOT_REACHED },
			{ name: 'Carl', phone: '0633333333' },
		],
	},
	'call-report-to-slack-and-table.json': {
		name: 'Calls',
		columns: [
			...['call_id', 'customer', 'ended_at', 'end_reason', 'summary'],
			{ name: 'duration_seconds', type: 'number' },
		],
		rows: [],
	},
	'campaign-from-table.json': {
		name: 'Appointments',
		columns: ['name', 'phone', 'date'],
		rows: [
			{ name: 'Anna', phone: '+31611111111', date: '1 May' },
			{ name: 'Bob', phone: '+31644444444', date: '2 May' },
		],
	},
	'redial-not-reached.json': {
		name: 'People to reach',
		columns: ['name', 'phone', 'status', 'attempts', 'next_call_at', 'summary'],
		rows: [
			{ name: 'Anna', phone: '+31651111111' },
			{ name: 'Bob', phone: NOT_REACHED },
		],
	},
};

/** The sheet of the simulated Google. */
export const SHEET = [
	['name', 'phone', 'status', 'call_id', 'summary', 'transcript'],
	['Anna', '+31 6 6111 1111'],
	['Bob', NOT_REACHED],
	['Carl', '0633333333'],
];

/** Minutes left at the start: few enough for the alerts to speak. */
export const BALANCE = 80;

/** How much faster than real time calls go: one of a minute takes two seconds. */
export const CALL_SPEED = 30;

/** What a wait of the examples that lasts longer is shortened to, in seconds. */
export const LONGEST_WAIT_SECONDS = 5;
