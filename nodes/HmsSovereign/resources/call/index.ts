import type { Resource } from '../operation';
import { start } from './start';

export const call: Resource = {
	name: 'Call',
	value: 'call',
	description: 'Start phone calls, steer live ones, and read what was said',
	singular: 'Call',
	operations: [start],
};
