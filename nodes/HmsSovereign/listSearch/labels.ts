import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/json';

/** Says in a picker what a row is, in the words people know it by. */
export type Label = (row: IDataObject) => string;

/** `Reception` */
export const name: Label = ({ name: given, id }) => text(given) ?? String(id);

/** `Reception (inactive)` */
export const nameAndState: Label = (row) =>
	row.is_active === false ? withNote(name(row), 'inactive') : name(row);

/** `Appointment reminders (paused)`, `mail.example.com (verified)` */
export const nameAndStatus: Label = (row) => withNote(name(row), row.status);

/** `Office PBX (sip.example.com)` */
export const nameAndAddress: Label = (row) => withNote(name(row), row.address ?? row.url);

/** `lookup_customer (function)` */
export const nameAndToolType: Label = (row) => withNote(name(row), row.tool_type);

/** `Front desk (+31201234567)`: people know a number by who answers it. */
export const phoneNumber: Label = ({ phone_number, agent_name, workflow_name }) =>
	withNote(text(workflow_name) ?? text(agent_name) ?? 'Nobody answers', phone_number);

/** `Jan de Vries (+31612345678), pending`; the name, if any, is one of the lead's variables. */
export const lead: Label = ({ phone_number, variables, status }) => {
	const called = isObject(variables) ? text(variables.name) : undefined;
	const who = called === undefined ? String(phone_number) : withNote(called, phone_number);
	return `${who}, ${String(status)}`;
};

/**
 * `From +31612345678, ended, 24 Nov, 09:13, Reception`, in the workflow's time zone. Without the year,
 * which the order of the list tells; the assistant last, since the editor cuts off what is too long.
 */
export function call(timeZone: string): Label {
	const format = new Intl.DateTimeFormat('en-GB', {
		day: 'numeric',
		month: 'short',
		hour: '2-digit',
		minute: '2-digit',
		timeZone,
	});
	return ({ caller_phone, direction, created_at, status, agent_name }) => {
		const moment = Date.parse(String(created_at));
		const parts = [
			customerOf(text(caller_phone), direction),
			String(status),
			Number.isNaN(moment) ? undefined : format.format(moment),
			text(agent_name),
		];
		return parts.filter((part) => part !== undefined).join(', ');
	};
}

function customerOf(number: string | undefined, direction: unknown): string {
	if (direction === 'web') return 'Web call';
	if (number === undefined) return direction === 'outbound' ? 'Outbound call' : 'Unknown number';
	if (direction === 'outbound') return `To ${number}`;
	return direction === 'inbound' ? `From ${number}` : number;
}

function withNote(title: string, note: unknown): string {
	const said = text(note);
	return said === undefined ? title : `${title} (${said})`;
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
