import type { OperationCase } from '../operationCase';
import { byId } from '../operationCase';

/** Calls to their end: recordings, and starting with a wait. */
export const callWait: OperationCase[] = [
	{
		resource: 'call',
		operation: 'downloadRecording',
		needsValues: true,
		plan: ({ store: { main } }) => {
			const call = main.calls.find((one) => one.recording_url !== null) ?? main.calls[0];
			return {
				parameters: { callId: byId(call.id), binaryPropertyName: 'data' },
				requests: [{ method: 'GET', path: `/calls/${encodeURIComponent(call.id)}` }],
				items: () => [
					{
						call_id: call.id,
						file_name: `${call.id}.wav`,
						mime_type: 'audio/wav',
						file_size_bytes: 3244,
						duration_seconds: call.duration_seconds,
					},
				],
			};
		},
	},
];
