import type { Resource } from '../operation';
import { downloadRecording } from './downloadRecording';
import { end } from './end';
import { get } from './get';
import { getAll } from './getAll';
import { injectContext } from './injectContext';
import { say } from './say';
import { start } from './start';
import { startAndWait } from './startAndWait';
import { transfer } from './transfer';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	description: 'Start phone calls, steer live ones, and read what was said',
	singular: 'Call',
	operations: [
		downloadRecording,
		end,
		get,
		getAll,
		injectContext,
		say,
		start,
		startAndWait,
		transfer,
	],
};
