import { isObject } from '../api/json';

/** Who speaks, by the API's roles (API docs: Calls). */
const SPEAKERS: Record<string, string> = { assistant: 'Assistant', user: 'Caller' };

/**
 * What was said on a call as text: one line a turn, `Assistant: …` or `Caller: …`. Instructions
 * (role `system`) are left out, since nobody said them.
 *
 * @param messages of a call or an end-of-call report: `[{role, content}]`
 * @returns null while there is nothing that was said
 */
export function callTranscript(messages: unknown): string | null {
	const turns = Array.isArray(messages) ? messages.filter(isObject) : [];
	const lines = turns.map(({ role, content }) => {
		const said = typeof content === 'string' ? content.replace(/\s+/g, ' ').trim() : '';
		return role === 'system' || said === '' ? undefined : `${speaker(String(role))}: ${said}`;
	});
	const spoken = lines.filter((line) => line !== undefined);
	return spoken.length === 0 ? null : spoken.join('\n');
}

/** A role that the docs do not know is shown as it is: what it says was said by somebody. */
function speaker(role: string): string {
	return Object.hasOwn(SPEAKERS, role) ? SPEAKERS[role] : role;
}
