import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../../api/json';

/**
 * Why an assistant needs the webhook it has: a call has one webhook for everything (API docs: Webhooks),
 * and while an execution waits for the report, that one leads to the execution.
 *
 * @param assistant as the API shows it, or as it is described for one call
 * @returns undefined when the webhook is free
 */
export function needsOwnWebhook(assistant: IDataObject): string | undefined {
	const { webhook_url: url } = assistant;
	if (typeof url === 'string' && url !== '') return 'it sends its events to a webhook of its own';
	return toolsOf(assistant).some(asksWebhook)
		? 'its tools are answered by the webhook of its events'
		: undefined;
}

function toolsOf({ llm_config: model }: IDataObject): IDataObject[] {
	const tools = isObject(model) ? model.tools : undefined;
	return Array.isArray(tools) ? tools.filter(isObject) : [];
}

/** A webhook tool without an address of its own (API docs: Custom tools). */
function asksWebhook({ type, name, function: nested, url, server }: IDataObject): boolean {
	const isWebhookTool =
		type === undefined ? name !== undefined : type === 'function' || isObject(nested);
	const own = url ?? (isObject(server) ? server.url : undefined);
	return isWebhookTool && (typeof own !== 'string' || own === '');
}
