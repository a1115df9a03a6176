import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import type { ApiRequest } from '../api/request';
import { fillPath } from '../api/path';
import { merge, setDeep } from '../fields/merge';
import { enteredFields } from '../operation/fieldTree';
import type { Field, ItemRun, RequestSpec } from '../operation/operation';
import { asInputError, InputError } from '../api/inputError';

/** What the fields of one item add up to. */
interface Parts {
	path: Record<string, string>;
	query: IDataObject;
	body: IDataObject;
	/** Objects to merge over the body after all other fields, so that JSON a user wrote wins. */
	overrides: IDataObject[];
}

/**
 * Builds an operation's request from what the user entered for one item.
 *
 * @param singular the resource in words, for a 404: `Phone number`
 * @throws InputError naming every parameter that is wrong, before anything is sent
 */
export function buildRequest(
	spec: RequestSpec,
	fields: Field[],
	item: ItemRun,
	singular: string,
): ApiRequest {
	const parts = partsOf(fields, item, spec);
	refuseEmptyUpdate(spec, parts);
	spec.check?.(parts, item);

	const ids = Object.values(parts.path);
	return {
		method: spec.method,
		path: pathOf(spec, fields, parts.path),
		...(hasKeys(parts.query) && { query: parts.query }),
		...(hasKeys(parts.body) && { body: parts.body }),
		...(ids.length > 0 && { subject: `${singular} "${ids[ids.length - 1]}"` }),
		...(spec.advice && { advice: spec.advice }),
		...(spec.controlsCall && { controlsCall: parts.path[spec.controlsCall] }),
	};
}

/**
 * The body that an operation's fields make of one item, for what is sent otherwise than as a request.
 *
 * @throws InputError naming every parameter that is wrong
 */
export function buildBody(fields: Field[], item: ItemRun): IDataObject {
	return partsOf(fields, item, {}).body;
}

/** @param fixed what is the same for every item */
function partsOf(
	fields: Field[],
	item: ItemRun,
	{ query, body = {}, missing }: Pick<RequestSpec, 'query' | 'body' | 'missing'>,
): Parts {
	const parts: Parts = {
		path: {},
		query: { ...query },
		body: structuredClone(body),
		overrides: [],
	};
	const values: Record<string, unknown> = {};
	const problems: Error[] = [];
	for (const field of new Map(fields.map((one) => [one.name, one])).values()) {
		problems.push(...problemOf(field, () => (values[field.name] = item.parameter(field.name))));
	}
	if (problems.length > 0) throw allOf(problems);
	for (const { field, entered } of enteredFields(fields, values)) {
		const work = () => {
			refuseMissing(field, entered);
			place(field, entered, parts, item);
		};
		problems.push(...problemOf(field, work));
	}
	for (const override of parts.overrides) merge(parts.body, override);
	const others = missing?.(parts.body, item) ?? [];
	problems.push(...others.map((message) => new InputError(message)));
	if (problems.length > 0) throw allOf(problems);
	return parts;
}

/** What was entered wrongly; none or one. */
function problemOf({ displayName }: Field, work: () => void): Error[] {
	try {
		work();
		return [];
	} catch (error) {
		return [asInputError(displayName, error)];
	}
}

/** All that is wrong in one message, so that nobody has to run the node once for each. */
function allOf(problems: Error[]): Error {
	const refused = problems.filter((problem) => problem instanceof InputError);
	const ofN8n = problems.find((problem) => !(problem instanceof InputError));
	if (ofN8n !== undefined || problems.length === 1) return ofN8n ?? problems[0];
	const advice = refused.flatMap((problem) => problem.advice ?? []);
	return new InputError(
		problems.map(({ message }) => message).join('; '),
		advice.length > 0 ? [...new Set(advice)].join(' ') : undefined,
	);
}

function refuseMissing({ displayName, required, send }: Field, entered: unknown): void {
	if ((required !== true && send?.isNeeded !== true) || send?.in === 'path') return;
	const isMissing = entered === undefined || String(entered).trim() === '';
	if (isMissing) throw new InputError(`'${displayName}' is required, but it is empty`);
}

function place(field: Field, entered: unknown, parts: Parts, item: ItemRun): void {
	const { send } = field;
	if (send === undefined || entered === undefined || entered === null) return;
	const value = converted(field, entered as NodeParameterValueType, item);
	if (send.in === 'path') {
		parts.path[send.as] = String(value ?? '');
		return;
	}
	if (value === undefined || value === '') return;
	if (send.as === '') parts.overrides.push(value as IDataObject);
	else setDeep(parts[send.in], send.as, value as IDataObject);
}

function converted(field: Field, entered: NodeParameterValueType, item: ItemRun): unknown {
	if (field.send?.value === undefined) return entered;
	try {
		return field.send.value(entered, item);
	} catch (error) {
		throw asInputError(field.displayName, error);
	}
}

function pathOf(spec: RequestSpec, fields: Field[], ids: Record<string, string>): string {
	try {
		return fillPath(spec.path, ids);
	} catch (error) {
		const empty = fields.find(({ send }) => send?.in === 'path' && isRefused(ids[send.as]));
		throw asInputError((empty ?? fields[0]).displayName, error);
	}
}

function isRefused(id: string | undefined): boolean {
	return ['', '.', '..'].includes((id ?? '').trim());
}

function refuseEmptyUpdate(spec: RequestSpec, { body }: Parts): void {
	if (spec.method !== 'PATCH' || hasKeys(body)) return;
	throw new InputError(
		'There is nothing to update',
		"Add at least one field under 'Update Fields'.",
	);
}

function hasKeys(value: IDataObject): boolean {
	return Object.keys(value).length > 0;
}
