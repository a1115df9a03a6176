import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { download } from '../../../api/download';
import { ApiFailure, isApiFailure } from '../../../api/errors';
import { InputError } from '../../../api/inputError';
import { callId } from '../../../fields/resourceIds';
import type { Field, ItemRun, Operation } from '../../../operation/operation';
import { recordingMissing } from './recordingMissing';

const outputField: Field = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
	description: 'Name of the binary field that will hold the recording',
};

const fileName: Field = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. recording-1',
	description:
		'File name without extension, which comes from the content. When empty, the ID of the call is used.',
};

/**
 * `GET /calls/{id}`, then the recording from the link in it, which points to another host. The API
 * key is not sent there (API docs: Calls).
 */
export const downloadRecording: Operation = {
	name: 'Download Recording',
	value: 'downloadRecording',
	action: 'Download call recording',
	description: 'Download the sound recording of a call as a file',
	fields: [callId, outputField],
	options: [fileName],
	run: downloadFor,
	calls: ['GET /calls/{callId}'],
	readsOnly: true,
};

async function downloadFor(item: ItemRun): Promise<INodeExecutionData[]> {
	const answer = await item.send(item.build({ method: 'GET', path: '/calls/{callId}' }));
	const call = isObject(answer) ? answer : {};
	const id = String(call.id ?? item.parameter('callId'));
	const link = call.recording_url;
	if (typeof link !== 'string' || link === '') throw recordingMissing(id, call);

	const { file, bytes } = await download(item.context, link, {
		name: safeName(item.parameter('options.fileName') || id),
		timeoutMs: Number(item.parameter('options.timeout') ?? 30) * 1000,
		wait: item.wait,
	}).catch((error: unknown) => {
		throw aboutLink(error, id);
	});
	const json: IDataObject = {
		call_id: id,
		file_name: file.fileName,
		mime_type: file.mimeType,
		file_size_bytes: bytes,
		duration_seconds: call.duration_seconds ?? null,
	};
	return [{ json, binary: { [fieldName(item)]: file } }];
}

function fieldName(item: ItemRun): string {
	const name = String(item.parameter('binaryPropertyName') ?? '').trim();
	if (name !== '') return name;
	throw new InputError(`'${outputField.displayName}' is empty`);
}

/** Characters that are no part of a path, on any system. */
function safeName(name: unknown): string {
	return String(name).replace(/[\\/:*?"<>|\p{Cc}]/gu, '-');
}

/** What an answer of the recording's host means. */
function aboutLink(error: unknown, id: string): unknown {
	if (!isApiFailure(error)) return error;
	const { facts } = error;
	if (facts.status === 401 || facts.status === 403) {
		return new ApiFailure({
			...facts,
			message: `The link to the recording of call "${id}" has expired or is not open to this n8n`,
			advice:
				'The node asks for a new link on every run. If it is refused again, listen to the call in the HMS Sovereign dashboard.',
		});
	}
	if (facts.status === 404 || facts.status === 410) {
		return new ApiFailure({
			...facts,
			message: `The recording of call "${id}" is no longer there`,
			advice:
				'It was probably erased by the retention setting of your organization. Download recordings soon after the end of a call.',
		});
	}
	return error;
}
