import type { IWebhookFunctions } from 'n8n-workflow';

/** The body as it was sent: n8n keeps the bytes it has parsed, and reads them on demand when it has not. */
export async function rawBody(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = context.getRequestObject();
	try {
		if (request.rawBody === undefined) await request.readRawBody();
	} catch {
		return undefined;
	}
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : undefined;
}

/** A header that was sent once. */
export function headersOf(context: IWebhookFunctions): (name: string) => string | undefined {
	const headers = context.getHeaderData();
	return (name) => {
		const value = headers[name];
		return typeof value === 'string' ? value : undefined;
	};
}
