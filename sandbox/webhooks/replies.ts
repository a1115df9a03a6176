import { isObject } from '../schema/rules';
import type { Assistant, JsonObject, Organization } from '../store/types';
import { isSuccess } from './courier';
import type { Reply } from './post';

/** What the receiver of `assistant-request` wants. */
export type Decision =
	| { kind: 'reject'; spoken: string }
	| { kind: 'answer'; assistant: Assistant | null };

/**
 * Reads the reply to `assistant-request`. A late, failed or unreadable reply leaves the stored
 * assistant as it is (documented for a late one only).
 */
export function decide(reply: Reply, org: Organization, stored: Assistant | null): Decision {
	const body = jsonOf(reply);
	if (!body) return { kind: 'answer', assistant: stored };
	if (typeof body.error === 'string') return { kind: 'reject', spoken: body.error };
	const chosen = org.assistants.find((entry) => entry.id === body.assistant_id) ?? stored;
	const override = [body.assistant, body.assistant_override].find(isObject);
	if (!chosen) return { kind: 'answer', assistant: null };
	// A shallow merge: each top-level key of the override replaces that whole block.
	const assistant: Assistant = { ...chosen, ...override };
	if (typeof body.max_duration_seconds === 'number') {
		assistant.max_duration_seconds = body.max_duration_seconds;
	}
	return { kind: 'answer', assistant };
}

/** What the model is told for one tool call: the documented reply forms, in their order. */
export function toolResult(reply: Reply, toolCallId: string): unknown {
	const body = jsonOf(reply);
	if (!body) return { error: reply.timedOut ? 'Tool timed out' : 'Tool failed' };
	if (Array.isArray(body.results)) {
		const results = (body.results as unknown[]).filter(isObject);
		const own = results.find((entry) => entry.tool_call_id === toolCallId);
		return own ? (own.result ?? own) : { error: 'No result for this tool call' };
	}
	return body.result ?? body;
}

function jsonOf(reply: Reply): JsonObject | null {
	if (!isSuccess(reply) || !reply.body) return null;
	try {
		const body = JSON.parse(reply.body) as unknown;
		return isObject(body) ? body : null;
	} catch {
		return null;
	}
}
