import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { networkReason, type Headers } from './attempt';
import { ApiFailure } from './errors';
import { fileTypeOf } from './fileType';
import { RETRY } from './retry';

/** What n8n's helper takes for a file that need not fit into memory. */
type Stream = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Uint8Array<ArrayBufferLike>
>;

export interface Download {
	file: IBinaryData;
	bytes: number;
}

interface Answer {
	statusCode: number;
	headers: Headers;
	body: Stream;
}

export interface DownloadOptions {
	/** File name without extension: that comes from the content. */
	name: string;
	/** For the first byte, and between two; a long file may take longer in all. */
	timeoutMs: number;
	/** @throws StoppedError once the user pressed Stop, even for a wait of 0 */
	wait: (ms: number) => Promise<void>;
}

/**
 * Downloads a file from a host that is not the API's, streamed into n8n's binary data. The credential is
 * not used, so the API key cannot go there, nor to where that host redirects.
 *
 * @throws ApiFailure when the link does not give a file, after two more tries where that may help; StoppedError
 */
export async function download(
	context: IExecuteFunctions,
	link: string,
	options: DownloadOptions,
): Promise<Download> {
	const { host } = checkLink(link);
	for (let repeats = 0; ; repeats += 1) {
		try {
			return await downloadOnce(context, link, host, options);
		} catch (error) {
			await pauseBeforeNextTry(toFailure(error, host), repeats, options);
		}
	}
}

/** @throws the failure, when another try would not help; StoppedError, which also ends a stopped download */
async function pauseBeforeNextTry(
	failure: ApiFailure,
	repeats: number,
	{ wait }: DownloadOptions,
): Promise<void> {
	await wait(0);
	const pause = RETRY.repeatMs[repeats];
	const mayPass = failure.facts.status === undefined || failure.facts.status >= 500;
	if (pause === undefined || !mayPass) throw failure;
	await wait(pause);
}

async function downloadOnce(
	context: IExecuteFunctions,
	link: string,
	host: string,
	{ name, timeoutMs }: DownloadOptions,
): Promise<Download> {
	const { statusCode, headers, body } = (await context.helpers.httpRequest({
		method: 'GET',
		url: link,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: timeoutMs,
		abortSignal: context.getExecutionCancelSignal?.(),
	})) as Answer;
	if (statusCode < 200 || statusCode >= 300) {
		body.destroy();
		throw failureAt(host, `The link was answered with ${statusCode}`, statusCode);
	}
	const type = fileTypeOf(await firstBytes(body), headers['content-type']);
	if (type === undefined) {
		body.destroy();
		throw failureAt(host, 'The link gave something that is no audio file', statusCode);
	}
	const fileName = `${name}.${type.extension}`;
	const file = await context.helpers.prepareBinaryData(body, fileName, type.mime);
	return { file, bytes: await sizeOf(file, context) };
}

/** n8n 1 gives the size only in words (`3.24 kB`); the exact one is where it put the file. */
async function sizeOf(
	{ bytes, id, data }: IBinaryData,
	{ helpers }: IExecuteFunctions,
): Promise<number> {
	if (bytes !== undefined) return bytes;
	if (id !== undefined) return (await helpers.getBinaryMetadata(id)).fileSize;
	return Buffer.byteLength(data, 'base64');
}

/** Looks at the beginning of a stream and puts it back. */
async function firstBytes(stream: Stream): Promise<Uint8Array> {
	await new Promise<void>((resolve, reject) => {
		stream.once('readable', resolve).once('end', resolve).once('error', reject);
	});
	const bytes = stream.read() as Uint8Array | null;
	if (bytes === null) return new Uint8Array();
	stream.unshift(bytes);
	return bytes;
}

function checkLink(link: string): URL {
	const url = URL.canParse(link) ? new URL(link) : undefined;
	if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
	throw failureAt('an unknown host', 'HMS Sovereign gave a link that is no web address');
}

function toFailure(error: unknown, host: string): ApiFailure {
	if (error instanceof ApiFailure) return error;
	const { text } = networkReason(error);
	return failureAt(host, `The file could not be downloaded from ${host} (${text})`);
}

/** Links can be signed, and whoever has one can listen, so only the host is named. */
function failureAt(host: string, message: string, status?: number): ApiFailure {
	return new ApiFailure({
		message,
		advice: "Check this n8n's internet access and proxy, and run the node again.",
		status,
		details: [],
		request: `GET a file from ${host}`,
		outcomeUnknown: false,
	});
}
