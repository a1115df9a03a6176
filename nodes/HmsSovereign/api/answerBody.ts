/** More than this no answer of the API has; a list of 1,000 calls with their transcripts is some 20 MB. */
export const LARGEST_ANSWER_BYTES = 64 * 1024 * 1024;

/** An answer went on and on, and was cut off here. */
export class AnswerTooLarge extends Error {}

interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(): void;
}

/**
 * Reads an answer that arrives as a stream: n8n's helper has no limit of size, and its time limit counts
 * from the last byte.
 *
 * @param body what the helper gave; anything but a stream is taken as it is
 * @param signal ends the reading
 * @returns parsed JSON; the text, when it is none
 * @throws AnswerTooLarge; whatever a stream throws that breaks off or is stopped
 */
export async function readBody(body: unknown, signal: AbortSignal): Promise<unknown> {
	if (!isStream(body)) return body;
	const stop = () => body.destroy();
	signal.addEventListener('abort', stop);
	try {
		if (signal.aborted) stop();
		return parsed(await bytesOf(body));
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

async function bytesOf(stream: ByteStream): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > LARGEST_ANSWER_BYTES) {
			stream.destroy();
			throw new AnswerTooLarge();
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array): unknown {
	const text = new TextDecoder().decode(bytes);
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

function isStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
