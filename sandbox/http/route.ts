import type { FieldsOf, Rule, Shape } from '../schema/rules';
import type { Organization } from '../store/types';
import type { World } from '../world';
import type { Answer } from './answers';

/** What an operation gets to see of a request that passed every check. */
export interface ApiCall<Body, Query> {
	world: World;
	org: Organization;
	/** Decoded path parameters. */
	params: Record<string, string>;
	body: Body;
	query: Query;
}

/** One operation of the API. A route without `query` or `body` refuses both. */
export interface Route<Body, Query extends Shape> {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	query?: Query;
	body?: Rule<Body>;
	/** The body may be left out. */
	bodyOptional?: boolean;
	/** Only the health check works without a key. */
	withoutKey?: boolean;
	/** Status of success (default 200). */
	status?: number;
	answer(call: ApiCall<Body, FieldsOf<Query>>): Answer | Promise<Answer>;
}

/** A route whose body and query types are known only to itself. */
export type AnyRoute = Route<unknown, Shape>;

/** Ties the types of body and query to the rules that check them. */
export function route<Body = undefined, Query extends Shape = Record<never, never>>(
	definition: Route<Body, Query>,
): AnyRoute {
	// The server calls answer() only with what passed the rules of this very definition.
	return definition as unknown as AnyRoute;
}
