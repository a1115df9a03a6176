import { locator } from '../../fields/locator';
import type { Operation } from '../../operation/operation';
import { needsResendKey } from './advice';

const resendDomainId = locator({
	name: 'resendDomainId',
	displayName: 'Resend Domain',
	list: 'searchResendDomains',
	description: 'A domain of your Resend account',
	placeholder: 'e.g. d91cd9bd-1176-453e-8fc1-35364d380206',
	// The one name of the API in camelCase.
	send: { in: 'body', as: 'resendDomainId' },
});

/** POST /domains/sync */
export const selectResendDomain: Operation = {
	name: 'Select Resend Domain',
	value: 'selectResendDomain',
	action: 'Select Resend domain',
	description: 'Use a domain that exists in your Resend account already',
	request: { method: 'POST', path: '/domains/sync', answer: 'domain', advice: needsResendKey },
	fields: [resendDomainId],
};
