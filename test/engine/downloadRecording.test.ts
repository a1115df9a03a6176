/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import type { ServerResponse } from 'node:http';

import type { NodeRunOptions } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { startFileServer, type FileServer } from './support/fileServer';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

let host: FileServer | undefined;
afterEach(async () => {
	await host?.close();
	host = undefined;
});

/** A call of the seed that is over and has a recording. */
function recordedCall() {
	const call = sandbox.api.store.main.calls.find((one) => one.recording_url !== null);
	if (call === undefined) throw new Error('The seed has no recorded call');
	return call;
}

async function download(id: string, more: IDataObject = {}, options: Partial<NodeRunOptions> = {}) {
	return await runNode(
		{
			resource: 'call',
			operation: 'downloadRecording',
			callId: { __rl: true, mode: 'id', value: id },
			binaryPropertyName: 'data',
			...more,
		},
		{ credential: sandbox.credential, ...options },
	);
}

/** Lets a call's recording lie on a host of the test. */
async function downloadFrom(
	answer: (response: ServerResponse, path: string) => void,
	options: Partial<NodeRunOptions> = {},
	more: IDataObject = {},
) {
	host = await startFileServer(answer);
	const call = recordedCall();
	call.recording_url = `${host.url}/recording?signature=very-secret`;
	return await download(call.id, more, options);
}

const wav = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(2_000, 7)]);

test('the recording comes out as a file with name, type and size', async () => {
	const call = recordedCall();
	const { items, error } = await download(call.id);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(1);
	expect(items[0].json).toEqual({
		call_id: call.id,
		file_name: `${call.id}.wav`,
		mime_type: 'audio/wav',
		file_size_bytes: 3244,
		duration_seconds: call.duration_seconds,
	});
	expect(items[0].binary).toEqual({
		data: expect.objectContaining({
			fileName: `${call.id}.wav`,
			mimeType: 'audio/wav',
			fileExtension: 'wav',
			fileType: 'audio',
			bytes: 3244,
		}),
	});
	expect(Buffer.from(String(items[0].binary?.data.data), 'base64').subarray(0, 4).toString()).toBe(
		'RIFF',
	);
	expect(items[0].pairedItem).toEqual({ item: 0 });
});

test('the API key goes to the API and not to the host of the recording', async () => {
	await download(recordedCall().id);
	expect(sandbox.api.requests).toHaveLength(1);
	expect(sandbox.api.recordings.requests).toHaveLength(1);
	const { headers } = sandbox.api.recordings.requests[0];
	expect(headers.authorization).toBeUndefined();
	expect(JSON.stringify(headers)).not.toContain(sandbox.api.apiKey);
});

test('a redirect is followed, without the API key', async () => {
	const run = await downloadFrom((response, path) => {
		if (path === '/file') return void response.end(wav);
		response.writeHead(307, { Location: '/file' }).end();
	});
	expect(run.error).toBeUndefined();
	expect(host?.requests.map(({ path }) => path)).toEqual([
		'/recording?signature=very-secret',
		'/file',
	]);
	expect(host?.requests.map(({ headers }) => headers.authorization)).toEqual([
		undefined,
		undefined,
	]);
});

test('field and file name can be chosen, and a name cannot lead to another folder', async () => {
	const { items } = await download(recordedCall().id, {
		binaryPropertyName: 'sound',
		options: { fileName: '../../etc/call: 1' },
	});
	expect(items[0].binary?.sound.fileName).toBe('..-..-etc-call- 1.wav');
	expect(items[0].binary?.sound.directory).toBeUndefined();
});

test.each([
	['an MP3 with a tag', Buffer.concat([Buffer.from('ID3\x04'), wav]), 'audio/mpeg', 'mp3'],
	['an MP3 without', Buffer.concat([Buffer.from([0xff, 0xfb]), wav]), 'audio/mpeg', 'mp3'],
	['Ogg', Buffer.from('OggS, and more'), 'audio/ogg', 'ogg'],
	['MP4', Buffer.from('\0\0\0\x20ftypM4A and more'), 'audio/mp4', 'm4a'],
])('%s is known by its content, whatever the host says', async (_kind, content, mime, ending) => {
	const { items } = await downloadFrom((response) => {
		response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(content);
	});
	expect(items[0].json).toMatchObject({
		mime_type: mime,
		file_name: expect.stringMatching(new RegExp(`\\.${ending}$`)),
		file_size_bytes: content.length,
	});
});

test('several calls are downloaded in the order of the input', async () => {
	const calls = sandbox.api.store.main.calls.filter((one) => one.recording_url !== null);
	const { items } = await download(
		'={{ $json.id }}',
		{},
		{ input: calls.map(({ id }) => ({ id })) },
	);
	expect(calls.length).toBeGreaterThan(2);
	expect(items.map(({ json }) => json.call_id)).toEqual(calls.map(({ id }) => id));
});

test('20 MB are downloaded whole', async () => {
	const content = Buffer.concat([wav, Buffer.alloc(20_000_000, 1)]);
	const { items } = await downloadFrom((response) => void response.end(content));
	expect(items[0].json.file_size_bytes).toBe(content.length);
});

describe('without a recording, the message says why', () => {
	const dayMs = 24 * 60 * 60 * 1000;

	test('the call is not over', async () => {
		const call = recordedCall();
		Object.assign(call, { recording_url: null, status: 'in-progress', ended_at: null });
		expect((await download(call.id)).error).toMatchObject({
			name: 'NodeOperationError',
			message: `Call "${call.id}" has no recording yet: it is not over (status "in-progress")`,
			description: expect.stringContaining('Run this after the end of the call'),
		});
	});

	test('the call ended a moment ago, or was not recorded', async () => {
		const call = recordedCall();
		Object.assign(call, { recording_url: null, ended_at: new Date().toISOString() });
		expect((await download(call.id)).error).toMatchObject({
			message: `Call "${call.id}" has no recording`,
			description: expect.stringContaining('follows shortly after the end of a call'),
		});
	});

	test('it was erased by retention', async () => {
		const call = recordedCall();
		const endedAt = new Date(Date.now() - 31 * dayMs).toISOString();
		Object.assign(call, { recording_url: null, ended_at: endedAt });
		expect((await download(call.id)).error).toMatchObject({
			message: `Call "${call.id}" has no recording: it was probably erased by the retention setting of your organization`,
		});
	});

	test('the link has expired', async () => {
		const call = recordedCall();
		sandbox.api.recordings.expire(call.id);
		expect((await download(call.id)).error).toMatchObject({
			message: `The link to the recording of call "${call.id}" has expired or is not open to this n8n`,
			description: expect.stringContaining('asks for a new link on every run'),
			httpCode: '403',
		});
	});

	test('the file is gone', async () => {
		const call = recordedCall();
		sandbox.api.recordings.erase(call.id);
		expect((await download(call.id)).error).toMatchObject({
			message: `The recording of call "${call.id}" is no longer there`,
			description: expect.stringContaining('erased by the retention setting'),
			httpCode: '404',
		});
	});

	test('there is no such call', async () => {
		expect((await download('call-none')).error).toMatchObject({ httpCode: '404' });
	});
});

test('a sign-in page instead of a file is an error', async () => {
	const { error, items } = await downloadFrom((response) => {
		response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Sign in</html>');
	});
	expect(items).toEqual([]);
	expect(error?.message).toBe('The link gave something that is no audio file');
});

test('an empty file is an error', async () => {
	const { error } = await downloadFrom((response) => {
		response.writeHead(200, { 'Content-Type': 'audio/wav' }).end();
	});
	expect(error?.message).toBe('The link gave something that is no audio file');
});

test.each(['file:///etc/passwd', 'ftp://example.com/a.wav', '/recordings/1.wav', 'javascript:1'])(
	'the link %s is not opened',
	async (link) => {
		const call = recordedCall();
		call.recording_url = link;
		expect((await download(call.id)).error?.message).toBe(
			'HMS Sovereign gave a link that is no web address',
		);
	},
);

test('a file that is cut off is tried again and comes out whole', async () => {
	let answers = 0;
	const { items, error } = await downloadFrom((response) => {
		answers += 1;
		response.writeHead(200, { 'Content-Length': wav.length });
		if (answers > 1) return void response.end(wav);
		response.write(wav.subarray(0, 500), () => response.destroy());
	});
	expect(error).toBeUndefined();
	expect(items[0].json.file_size_bytes).toBe(wav.length);
	expect(host?.requests).toHaveLength(2);
});

test('a file that is always cut off is an error, never half a recording', async () => {
	const { items, error } = await downloadFrom((response) => {
		response.writeHead(200, { 'Content-Length': wav.length });
		response.write(wav.subarray(0, 500), () => response.destroy());
	});
	expect(items).toEqual([]);
	expect(error?.message).toContain('could not be downloaded from 127.0.0.1');
	expect(host?.requests).toHaveLength(3);
});

test('a host that is out of order for a moment is asked again', async () => {
	let answers = 0;
	const { error } = await downloadFrom((response) => {
		answers += 1;
		if (answers === 1) response.writeHead(503).end('later');
		else response.end(wav);
	});
	expect(error).toBeUndefined();
});

test('a host that does not answer is given up after the time limit', async () => {
	const { error, ms } = await downloadFrom(() => {}, {}, { options: { timeout: 1 } });
	expect(error?.message).toMatch(
		/could not be downloaded from .* \(no answer within the time limit\)/,
	);
	expect(ms).toBeLessThan(10_000);
});

test('Stop ends a download within 250 ms', async () => {
	const { msAfterCancel } = await downloadFrom(
		(response) => {
			response.writeHead(200, { 'Content-Length': 1_000_000 });
			response.write(wav);
		},
		{ cancelWhen: () => (host?.requests.length ?? 0) > 0 },
	);
	expect(msAfterCancel).toBeLessThan(250);
});

test('the link, with which anybody can listen, is in no error', async () => {
	const { serialized, error } = await downloadFrom((response) => {
		response.writeHead(403).end('no');
	});
	expect(error).toBeDefined();
	expect(serialized).not.toContain('very-secret');
});
