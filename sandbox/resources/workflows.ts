import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { conflict, invalidRequest } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { anyObject, bool, fields, required, text } from '../schema/rules';
import { REALTIME_PER_NODE, workflowProblems } from '../schema/workflow';
import type { JsonObject, Workflow } from '../store/types';
import { find, now, remove, update } from './common';

const workflowCreate = fields({
	name: required(text()),
	definition: required(anyObject),
	is_active: bool,
});
const workflowUpdate = fields({ name: text(), definition: anyObject, is_active: bool });

export const workflows: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/workflows',
		answer: ({ org }) => list('workflows', org.workflows.map(summary)),
	}),
	route({
		method: 'POST',
		path: '/workflows',
		status: 201,
		body: workflowCreate,
		answer: ({ org, body }) => {
			checkDefinition(body.definition);
			const moment = now();
			const created: Workflow = {
				id: randomUUID(),
				is_active: true,
				...body,
				created_at: moment,
				updated_at: moment,
			};
			org.workflows.push(created);
			return item('workflow', created);
		},
	}),
	route({
		method: 'GET',
		path: '/workflows/:id',
		answer: ({ org, params }) => item('workflow', find(org.workflows, params.id, 'Workflow')),
	}),
	route({
		method: 'PATCH',
		path: '/workflows/:id',
		body: workflowUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.workflows, params.id, 'Workflow');
			if (body.definition) checkDefinition(body.definition);
			return item('workflow', update(found, body));
		},
	}),
	route({
		method: 'DELETE',
		path: '/workflows/:id',
		answer: ({ org, params }) => {
			find(org.workflows, params.id, 'Workflow');
			const uses = org.numbers.filter((entry) => entry.workflow_id === params.id).length;
			if (uses) throw conflict(stillAttached(uses));
			remove(org.workflows, params.id, 'Workflow');
			return deleted;
		},
	}),
];

/** Text as documented, with its plural made fit for one number. */
const stillAttached = (uses: number) =>
	`Workflow is attached to ${uses} phone number${uses > 1 ? 's' : ''}. ` +
	'Detach it first (PATCH /numbers/{id} with workflow_id: null).';

function checkDefinition(definition: JsonObject): void {
	const problems = workflowProblems(definition);
	if (problems.length === 0) return;
	const isRealtime = problems.some((line) => line.endsWith(REALTIME_PER_NODE));
	const code = isRealtime ? REALTIME_PER_NODE : undefined;
	throw invalidRequest(problems, 'Invalid workflow definition', code);
}

/** List rows have counts instead of the definition. */
function summary({ definition, ...workflow }: Workflow): object {
	const { entry_node, nodes, edges } = definition;
	return {
		id: workflow.id,
		name: workflow.name,
		is_active: workflow.is_active,
		entry_node: entry_node ?? null,
		node_count: Array.isArray(nodes) ? nodes.length : 0,
		edge_count: Array.isArray(edges) ? edges.length : 0,
		created_at: workflow.created_at,
		updated_at: workflow.updated_at,
	};
}
