import type { IDataObject } from 'n8n-workflow';

import type { useSandbox } from '../../../dev/engine/sandbox';
import { startTriggerHost, type TriggerHost, type TriggerOptions } from './triggerHost';

/** A receiver of somebody else, which the assistant had before. */
export const FORMER = {
	webhook_url: 'https://crm.example.com/hms?token=abc',
	webhook_secret: 'whsec_of_the_crm',
	webhook_events: ['end-of-call-report', 'status-update'],
};

/** Triggers on the sandbox's assistant "reception", which had a former webhook. Closes them after each test. */
export function useTriggers(sandbox: ReturnType<typeof useSandbox>) {
	const hosts: TriggerHost[] = [];

	const assistant = () => {
		const { reception } = sandbox.api.store.ids;
		const found = sandbox.api.store.main.assistants.find(({ id }) => id === reception);
		if (found === undefined) throw new Error('There is no reception');
		return found;
	};

	beforeEach(() => void Object.assign(assistant(), FORMER));
	afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.close())));

	return {
		assistant,
		/** The three fields of the assistant that the trigger sets. */
		webhook: () => {
			const { webhook_url, webhook_secret, webhook_events } = assistant();
			return { webhook_url, webhook_secret, webhook_events };
		},
		plainUrl: () => assistant().webhook_url?.split('?')[0],
		host: async (options: Partial<TriggerOptions> = {}, parameters: IDataObject = {}) => {
			const started = await startTriggerHost({
				credential: sandbox.credential,
				...options,
				parameters: {
					registration: 'automatic',
					assistantId: { __rl: true, mode: 'id', value: sandbox.api.store.ids.reception },
					events: ['tool-calls', 'status-update'],
					...parameters,
				},
			});
			hosts.push(started);
			return started;
		},
	};
}
