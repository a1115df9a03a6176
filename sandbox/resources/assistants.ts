import { isRealtime, TURN_DETECTION_RANGES } from '../catalogue/languageModels';
import { deleted, item, list } from '../http/answers';
import { conflict, invalidRequest } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { assistantCreate, assistantUpdate } from '../schema/assistant/index';
import { isObject } from '../schema/rules';
import type { Assistant, JsonObject, Organization } from '../store/types';
import { newAssistant } from '../store/newAssistant';
import { find, mustExist, remove, update } from './common';

export const assistants: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/assistants',
		answer: ({ org }) => list('assistants', org.assistants),
	}),
	route({
		method: 'POST',
		path: '/assistants',
		status: 201,
		body: assistantCreate,
		answer: ({ org, body }) => {
			checkConfig(org, body, body.llm_config);
			const created = fitted({ ...newAssistant(body.name), ...body });
			org.assistants.push(created);
			return item('assistant', created);
		},
	}),
	route({
		method: 'GET',
		path: '/assistants/:id',
		answer: ({ org, params }) => item('assistant', find(org.assistants, params.id, 'Assistant')),
	}),
	route({
		method: 'PATCH',
		path: '/assistants/:id',
		body: assistantUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.assistants, params.id, 'Assistant');
			checkConfig(org, body, body.llm_config ?? found.llm_config);
			return item('assistant', fitted(update(found, body)));
		},
	}),
	route({
		method: 'DELETE',
		path: '/assistants/:id',
		answer: ({ org, params }) => {
			find(org.assistants, params.id, 'Assistant');
			refuseWhileUsed(org, params.id);
			remove(org.assistants, params.id, 'Assistant');
			return deleted;
		},
	}),
];

/** Realtime models speak themselves, so such an assistant has no tts_config; ranges are kept to. */
function fitted(assistant: Assistant): Assistant {
	if (isRealtime(assistant.llm_config.provider)) assistant.tts_config = null;
	const { turn_detection: turns } = assistant.llm_config;
	if (isObject(turns))
		assistant.llm_config = { ...assistant.llm_config, turn_detection: clamped(turns) };
	return assistant;
}

function clamped(turns: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(turns).map(([name, value]) => {
			const [min, max] = TURN_DETECTION_RANGES[name];
			return [name, Math.min(max, Math.max(min, Number(value)))];
		}),
	);
}

/**
 * What one field cannot know of another.
 *
 * @throws ApiError 400
 */
export function checkConfig(
	org: Organization,
	body: { stt_config?: unknown; tts_config?: unknown },
	llm: JsonObject | undefined,
): void {
	if (llm?.provider === 'xai_realtime') {
		const given = (['stt_config', 'tts_config'] as const).filter((name) => body[name]);
		if (given.length) {
			throw invalidRequest(given.map((name) => `${name} must be left out with xai_realtime`));
		}
	}
	for (const tool of Array.isArray(llm?.tools) ? (llm.tools as unknown[]) : []) {
		if (!isObject(tool) || tool.type !== 'mcp') continue;
		mustExist(org.mcpServers, String(tool.mcp_server_id), 'llm_config.tools.mcp_server_id');
	}
}

/** What happens here is not documented; 409 is what the API answers in the like cases. */
function refuseWhileUsed(org: Organization, id: string): void {
	const numbers = org.numbers.filter((entry) => entry.agent_id === id).length;
	const open = ['draft', 'scheduled', 'paused'];
	const campaigns = org.campaigns.filter(
		(entry) => entry.agent_id === id && open.includes(entry.status),
	).length;
	if (!numbers && !campaigns) return;
	const uses = [
		numbers && `${numbers} phone number${numbers > 1 ? 's' : ''}`,
		campaigns && `${campaigns} campaign${campaigns > 1 ? 's' : ''}`,
	];
	throw conflict(`Assistant is used by ${uses.filter(Boolean).join(' and ')}. Detach it first.`);
}
