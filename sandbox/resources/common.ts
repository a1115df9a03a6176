import { invalidRequest, notFound } from '../http/errors';
import { queryInteger } from '../schema/query';
import { dateOrTime } from '../schema/formats';

interface Stored {
	id: string;
}

export const now = () => new Date().toISOString();

/**
 * The row with this id.
 *
 * @throws ApiError 404; `what` names the kind of resource
 */
export function find<T extends Stored>(rows: T[], id: string, what: string): T {
	const found = rows.find((row) => row.id === id);
	if (!found) throw notFound(what);
	return found;
}

/** Takes the row with this id out of the list; 404 when there is none. */
export function remove<T extends Stored>(rows: T[], id: string, what: string): void {
	rows.splice(rows.indexOf(find(rows, id, what)), 1);
}

/** Puts the given fields into the row and renews `updated_at`; fields left out stay. */
export function update<T extends { updated_at: string }>(row: T, changes: object): T {
	return Object.assign(row, changes, { updated_at: now() });
}

/**
 * Checks a reference inside a body: null and undefined refer to nothing.
 * Which status the API gives is not documented; the sandbox takes a dangling reference for an
 * invalid value.
 *
 * @throws ApiError 400 naming the field
 */
export function mustExist(rows: Stored[], id: string | null | undefined, field: string): void {
	if (id === null || id === undefined || rows.some((row) => row.id === id)) return;
	throw invalidRequest([`${field} does not refer to anything in this organization`]);
}

/** Query of the two lists with pages: calls and usage. */
export const pageQuery = {
	limit: queryInteger(1, 1000),
	offset: queryInteger(0),
	start_date: dateOrTime,
	end_date: dateOrTime,
};

interface PageQuery {
	limit?: number;
	offset?: number;
	start_date?: string;
	end_date?: string;
}

/** Rows between the two dates, newest first. The order is undocumented; newest first seems likely. */
export function between<T extends { created_at: string }>(rows: T[], query: PageQuery): T[] {
	const from = query.start_date ? Date.parse(query.start_date) : -Infinity;
	const until = query.end_date ? Date.parse(query.end_date) : Infinity;
	return rows
		.filter((row) => Date.parse(row.created_at) >= from && Date.parse(row.created_at) <= until)
		.reverse();
}

/** One page of the rows, and the `pagination` object that goes with it. */
export function page<T>(rows: T[], { limit = 100, offset = 0 }: PageQuery) {
	const pagination = { total: rows.length, limit, offset };
	return { rows: rows.slice(offset, offset + limit), pagination };
}
