import type { Operation } from '../../operation/operation';
import { needsDomain } from './advice';

/** POST /domains/refresh */
export const refresh: Operation = {
	name: 'Refresh',
	value: 'refresh',
	action: 'Refresh domain',
	description: 'Read the current status of the domain and its DNS records from Resend',
	request: { method: 'POST', path: '/domains/refresh', answer: 'domain', advice: needsDomain },
	fields: [],
};
