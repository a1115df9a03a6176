import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The address of an execution that waits, which n8n knows as `$execution.resumeUrl`. It has no address
 * while nothing waits, so there is nothing to register anywhere.
 */
export const parkedWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: 'noData',
		path: '',
		restartWebhook: true,
		isFullPath: true,
	},
];
