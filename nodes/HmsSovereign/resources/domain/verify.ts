import type { Operation } from '../../operation/operation';
import { needsDomain } from './advice';

/** POST /domains/verify */
export const verify: Operation = {
	name: 'Verify',
	value: 'verify',
	action: 'Verify domain',
	description: 'Have the DNS records of the domain checked; Refresh shows the result',
	request: { method: 'POST', path: '/domains/verify', answer: 'domain', advice: needsDomain },
	fields: [],
};
