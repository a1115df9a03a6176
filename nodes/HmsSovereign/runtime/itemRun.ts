import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { rowsOf, unwrap } from '../api/answer';
import { isObject } from '../api/json';
import type { ApiRequest } from '../api/request';
import type { ApiClient } from '../api/client';
import { pages } from '../api/pages';
import { wait, type Stopped } from '../api/wait';
import { limitOf } from '../fields/lists';
import type { ItemRun, Operation, RequestSpec, Resource } from '../operation/operation';
import { buildBody, buildRequest } from './buildRequest';
import { parametersOf } from './parameters';

/** What all items of a run share. */
export interface RunParts {
	context: IExecuteFunctions;
	resource: Resource;
	operation: Operation;
	client: ApiClient;
	stopped: Stopped;
}

/** Puts one input item into the hands of an operation. */
export function itemRun(
	{ context, resource, operation, client, stopped }: RunParts,
	input: INodeExecutionData,
	index: number,
	memory: Map<string, unknown>,
): ItemRun {
	const send = async (request: ApiRequest) => await client.send(request);
	const item: ItemRun = {
		index,
		input,
		context,
		memory,
		account: client.account,
		apiTime: () => client.clock.now(),
		send,
		parameter: parametersOf(context, operation, index),
		build: (spec) => buildRequest(spec, operation.fields, item, resource.singular),
		body: () => buildBody(operation.fields, item),
		request: async (spec) => await answerItems(spec, item),
		wait: async (ms) => await wait(ms, stopped),
	};
	return item;
}

async function answerItems(spec: RequestSpec, item: ItemRun): Promise<INodeExecutionData[]> {
	const request = item.build(spec);
	if (spec.list !== undefined) return await listItems(spec, request, item);
	const body = await item.send(request);
	if (spec.method === 'DELETE') return [{ json: deleted(spec, request) }];
	const answer = unwrap(body, spec.answer);
	return isObject(answer) ? [{ json: shown(answer, spec, item) }] : [];
}

async function listItems(
	spec: RequestSpec,
	request: ApiRequest,
	item: ItemRun,
): Promise<INodeExecutionData[]> {
	const key = spec.answer ?? 'data';
	const limit = limitOf(item) ?? Infinity;
	const keep = spec.keep?.(item);
	const items: INodeExecutionData[] = [];
	const add = (rows: IDataObject[]) => {
		const wanted = keep === undefined ? rows : rows.filter(keep);
		for (const row of wanted.slice(0, limit - items.length)) {
			items.push({ json: shown(row, spec, item) });
		}
	};
	if (spec.list === 'paged') {
		// Rows that are left out here count for the API, so then only the output is cut to the limit.
		const read = { key, limit: keep === undefined ? limit : Infinity };
		for await (const rows of pages(item.send, request, read)) {
			add(rows);
			if (items.length >= limit) break;
		}
	} else {
		add(rowsOf(await item.send(request), key));
	}
	return items;
}

/**
 * n8n's convention for deletes, with what tells a workflow which one: the id in the path, else the one
 * body field (`DELETE /byok` names the provider there).
 */
function deleted(spec: RequestSpec, { path, body = {} }: ApiRequest): IDataObject {
	if (!spec.path.endsWith('}')) return { deleted: true, ...body };
	return { deleted: true, id: decodeURIComponent(path.split('/').pop() ?? '') };
}

/** With Simplify on: only the fields that the operation names, as far as the API gave them. */
function shown(
	row: IDataObject,
	{ simplified, extended }: RequestSpec,
	item: ItemRun,
): IDataObject {
	const whole = extended === undefined ? row : extended(row);
	if (simplified === undefined || item.parameter('simplify') !== true) return whole;
	return Object.fromEntries(
		simplified.filter((name) => name in whole).map((name) => [name, whole[name]]),
	);
}
