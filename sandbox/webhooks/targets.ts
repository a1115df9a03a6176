import { isObject } from '../schema/rules';
import type { Assistant, JsonObject } from '../store/types';
import type { WebhookEvent, WebhookSwitches } from './contract';
import type { Target } from './courier';

/**
 * Where an assistant's event goes: its own webhook, if it wants the event, or else the account's.
 * Which events go out when `webhook_events` was never set is not documented; here: all of them.
 */
export function targetOf(
	event: WebhookEvent,
	assistant: Assistant | null,
	{ account }: WebhookSwitches,
): Target | null {
	if (!assistant?.webhook_url) {
		return account && { url: account.url, secret: account.secret ?? null };
	}
	const wanted = assistant.webhook_events?.includes(event) ?? true;
	return wanted ? { url: assistant.webhook_url, secret: assistant.webhook_secret } : null;
}

/** A tool's own address beats the assistant's webhook; `url` beats `server.url`. */
export function toolTarget(
	name: string,
	assistant: Assistant,
	switches: WebhookSwitches,
): { target: Target | null; isAsync: boolean } {
	const tool = toolNamed(name, assistant);
	const isAsync = tool?.async === true;
	// What signs a bare tool url is not documented; here: the assistant's secret.
	const secret = assistant.webhook_secret;
	if (typeof tool?.url === 'string') return { target: { url: tool.url, secret }, isAsync };
	const server = tool?.server;
	if (isObject(server) && typeof server.url === 'string') {
		const own = typeof server.secret === 'string' ? server.secret : secret;
		return { target: { url: server.url, secret: own }, isAsync };
	}
	return { target: targetOf('tool-calls', assistant, switches), isAsync };
}

/** The tool with this name, in the flat or in the nested form. */
function toolNamed(name: string, { llm_config: { tools } }: Assistant): JsonObject | undefined {
	if (!Array.isArray(tools)) return undefined;
	return (tools as unknown[]).filter(isObject).find((tool) => {
		const nested = isObject(tool.function) ? tool.function.name : undefined;
		return tool.name === name || nested === name;
	});
}
