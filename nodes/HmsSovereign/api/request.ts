import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request of the API reference. */
export interface ApiRequest {
	method: Extract<IHttpRequestMethods, 'GET' | 'POST' | 'PATCH' | 'DELETE'>;
	/** From the base URL on, ids already encoded: `/calls/call-_%2B31…/control`. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** What a 404 did not find, for people: `Assistant "17a0…"`. */
	subject?: string;
	/** What to do when the API answers this status, where the general advice would not fit. */
	advice?: Partial<Record<number, string>>;
	/** Id of the call that a control command steers: 10 of them a minute are allowed per call. */
	controlsCall?: string;
	/** Asked after all waiting for the limits, right before the request goes out; false keeps it back. */
	isStillWanted?: () => boolean;
}

/** A request was kept back: while it waited for its turn, it was no longer wanted. Nothing was sent. */
export class NoLongerWanted extends Error {}

/** Reads and deletes may be sent again; a repeated POST could dial twice. */
export function isRepeatable(request: ApiRequest): boolean {
	return request.method === 'GET' || request.method === 'DELETE';
}
