import { randomBytes } from 'node:crypto';
import { message } from '../webhooks/messages';
import { toolResult } from '../webhooks/replies';
import { toolTarget } from '../webhooks/targets';
import type { ScriptedToolCall } from './contract';
import type { TalkingCall } from './surroundings';

/**
 * The model calls tools, one event each. The transcript knows only three roles, so results stand
 * in it as system messages. An async tool is not waited for: its reply is not used.
 */
export async function callTools(live: TalkingCall, toolCalls: ScriptedToolCall[]): Promise<void> {
	for (const toolCall of toolCalls) await callTool(live, toolCall);
}

async function callTool(live: TalkingCall, toolCall: ScriptedToolCall): Promise<void> {
	const { surroundings, assistant } = live;
	if (!assistant) return;
	const { target, isAsync } = toolTarget(toolCall.name, assistant, surroundings.webhooks);
	if (!target) return;
	const id = `tool_${randomBytes(6).toString('hex')}`;
	const body = message('tool-calls', live.subject(), {
		tool_call_list: [{ id, type: 'function', function: { ...toolCall } }],
	});
	const { toolCallsTimeoutMs } = surroundings.options;
	const delivery = surroundings.webhooks.deliver('tool-calls', target, body, toolCallsTimeoutMs);
	if (isAsync) return live.alsoWaitFor(delivery);
	const result = JSON.stringify(toolResult(await delivery, id));
	live.talk.push({ role: 'system', content: `Result of ${toolCall.name}: ${result}` });
}
