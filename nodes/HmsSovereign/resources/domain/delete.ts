import type { Operation } from '../../operation/operation';
import { needsDomain } from './advice';

/** DELETE /domains: the one domain, so it has no ID. */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete domain',
	description: 'Delete the e-mail domain of your organization',
	request: { method: 'DELETE', path: '/domains', advice: needsDomain },
	fields: [],
};
