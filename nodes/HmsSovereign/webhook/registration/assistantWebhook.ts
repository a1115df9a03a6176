import type { IDataObject } from 'n8n-workflow';

import { unwrap } from '../../api/answer';
import { isObject } from '../../api/json';
import type { ApiRequest } from '../../api/request';
import type { ApiClient } from '../../api/client';
import { isApiFailure } from '../../api/errors';
import { fillPath } from '../../api/path';

/** An assistant's three webhook fields (API docs: Assistants); all null = it has no webhook. */
export interface Webhook {
	url: string | null;
	/** undefined = not known, and left as it is when written. */
	secret: string | null | undefined;
	events: string[] | null;
}

export interface AssistantWebhook extends Webhook {
	id: string;
	name: string;
}

export const NO_WEBHOOK: Webhook = { url: null, secret: null, events: null };

/** Reads an assistant's webhook. @throws ApiFailure; with status 404 the assistant does not exist */
export async function readWebhook(client: ApiClient, id: string): Promise<AssistantWebhook> {
	const body = await client.send(requestTo(id, { method: 'GET' }));
	const assistant = unwrap(body, 'assistant');
	const { name, webhook_url, webhook_secret, webhook_events } = isObject(assistant)
		? assistant
		: {};
	return {
		id,
		name: textOf(name) ?? id,
		url: textOf(webhook_url),
		secret: isMasked(webhook_secret) ? undefined : textOf(webhook_secret),
		events: Array.isArray(webhook_events) ? webhook_events.map(String) : null,
	};
}

/** Sets an assistant's webhook. Doing it twice does no harm. @throws ApiFailure */
export async function writeWebhook(
	client: ApiClient,
	id: string,
	{ url, secret, events }: Webhook,
): Promise<void> {
	const body: IDataObject = {
		webhook_url: url,
		webhook_events: events,
		...(secret !== undefined && { webhook_secret: secret }),
	};
	await client.send(requestTo(id, { method: 'PATCH', body }));
}

/** Whether an error says that the assistant does not exist any more. */
export function isMissing(error: unknown): boolean {
	return isApiFailure(error) && error.facts.status === 404;
}

function requestTo(id: string, request: Pick<ApiRequest, 'method' | 'body'>): ApiRequest {
	return {
		...request,
		path: fillPath('/assistants/{id}', { id }),
		subject: `Assistant "${id}"`,
	};
}

/** The docs' example answers `****`; whether the API masks secrets so is not documented. */
function isMasked(value: unknown): boolean {
	return typeof value === 'string' && /^\*+$/.test(value);
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
