import type { Resource } from '../../operation/operation';
import { downloadRecording } from './result/downloadRecording';
import { end } from './control/end';
import { get } from './result/get';
import { getAll } from './result/getAll';
import { getNewlyEnded } from './result/getNewlyEnded';
import { injectContext } from './control/injectContext';
import { sendAndWait } from './ask/sendAndWait';
import { say } from './control/say';
import { start } from './start/start';
import { startAndWait } from './wait/startAndWait';
import { transfer } from './control/transfer';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	description: 'Start phone calls, steer live ones, and read what was said',
	singular: 'Call',
	operations: [
		sendAndWait,
		downloadRecording,
		end,
		get,
		getAll,
		getNewlyEnded,
		injectContext,
		say,
		start,
		startAndWait,
		transfer,
	],
};
