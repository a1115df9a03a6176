import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { invalidRequest } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { destination } from '../schema/assistant/tools';
import { functionName, webAddress } from '../schema/formats';
import {
	anyObject,
	bool,
	fields,
	list as listOf,
	nullable,
	oneOf,
	required,
	text,
	type Rule,
} from '../schema/rules';
import type { ToolTemplate } from '../store/types';
import { find, now, remove, update } from './common';

/** Built-ins are spelled as in the SDK; older pages have endCall and transferCall. */
const TOOL_TYPES = ['function', 'end_call', 'transfer_call'] as const;

const CONFIG_OF: Record<ToolTemplate['tool_type'], Rule<unknown>> = {
	function: fields({
		name: functionName,
		description: text({ min: 0 }),
		parameters: anyObject,
		url: webAddress(),
		async: bool,
	}),
	end_call: fields({}),
	transfer_call: fields({ destinations: required(listOf(destination, { min: 1 })) }),
};

const templateCreate = fields({
	name: required(text()),
	tool_type: required(oneOf(TOOL_TYPES)),
	tool_config: required(anyObject),
	description: nullable(text({ min: 0 })),
});

const templateUpdate = fields({
	name: text(),
	tool_type: oneOf(TOOL_TYPES),
	tool_config: anyObject,
	description: nullable(text({ min: 0 })),
});

export const toolTemplates: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/tool-templates',
		answer: ({ org }) => list('tool_templates', org.toolTemplates),
	}),
	route({
		method: 'POST',
		path: '/tool-templates',
		status: 201,
		body: templateCreate,
		answer: ({ org, body }) => {
			checkConfig(body);
			const moment = now();
			const created: ToolTemplate = {
				id: randomUUID(),
				org_id: org.id,
				...body,
				description: body.description ?? null,
				created_at: moment,
				updated_at: moment,
			};
			org.toolTemplates.push(created);
			return item('tool_template', created);
		},
	}),
	route({
		method: 'GET',
		path: '/tool-templates/:id',
		answer: ({ org, params }) =>
			item('tool_template', find(org.toolTemplates, params.id, 'Tool template')),
	}),
	route({
		method: 'PATCH',
		path: '/tool-templates/:id',
		body: templateUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.toolTemplates, params.id, 'Tool template');
			checkConfig({ ...found, ...body });
			return item('tool_template', update(found, body));
		},
	}),
	route({
		method: 'DELETE',
		path: '/tool-templates/:id',
		answer: ({ org, params }) => {
			remove(org.toolTemplates, params.id, 'Tool template');
			return deleted;
		},
	}),
];

type Checked = Pick<ToolTemplate, 'name' | 'tool_type' | 'tool_config'>;

/** The config must fit the type; a function without a name is called like its template. */
function checkConfig({ name, tool_type, tool_config }: Checked): void {
	const problems: string[] = [];
	CONFIG_OF[tool_type](tool_config, 'tool_config', problems);
	if (tool_type === 'function' && tool_config.name === undefined) {
		functionName(name, 'name', problems);
	}
	if (problems.length) throw invalidRequest(problems);
}
