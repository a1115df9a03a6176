import type { JsonObject } from '../store/types';

/** Families of answers whose envelope differs between generations of the documentation. */
export type Answer =
	| { kind: 'bare'; value: object; of?: string }
	| { kind: 'item'; key: string; value: object | null; beside?: JsonObject }
	| { kind: 'list'; key: string; rows: object[]; beside?: JsonObject }
	| { kind: 'deleted' };

/** The object itself, without an envelope; `of` names what it is for the switch `nulls`. */
export const bare = (value: object, of?: string): Answer => ({ kind: 'bare', value, of });

/** One object under its singular, such as `{"assistant": {...}}`. */
export const item = (key: string, value: object | null, beside?: JsonObject): Answer => ({
	kind: 'item',
	key,
	value,
	beside,
});

/** Objects under their plural, such as `{"assistants": [...]}`. */
export const list = (key: string, rows: object[], beside?: JsonObject): Answer => ({
	kind: 'list',
	key,
	rows,
	beside,
});

/** `{"success": true}`; 204 without a body in the Error Codes page. */
export const deleted: Answer = { kind: 'deleted' };
