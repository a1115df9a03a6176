import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getResendDomains } from './getResendDomains';
import { refresh } from './refresh';
import { selectResendDomain } from './selectResendDomain';
import { verify } from './verify';

export const domain: Resource = {
	name: 'Domain',
	value: 'domain',
	description: 'The domain that e-mails about calls are sent from',
	singular: 'Domain',
	operations: [create, remove, get, getResendDomains, refresh, selectResendDomain, verify],
};
