import type { Resource } from '../operation';
import { end } from './end';
import { get } from './get';
import { getAll } from './getAll';
import { injectContext } from './injectContext';
import { say } from './say';
import { start } from './start';
import { transfer } from './transfer';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	description: 'Start phone calls, steer live ones, and read what was said',
	singular: 'Call',
	operations: [end, get, getAll, injectContext, say, start, transfer],
};
