import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { route, type AnyRoute } from '../http/route';
import { anyObject, fields, nullable, required, text } from '../schema/rules';
import type { AnalysisTemplate } from '../store/types';
import { find, now, remove, update } from './common';

const templateCreate = fields({
	name: required(text()),
	system_prompt: required(text()),
	user_prompt: required(text()),
	schema: required(anyObject),
	description: nullable(text({ min: 0 })),
});

const templateUpdate = fields({
	name: text(),
	system_prompt: text(),
	user_prompt: text(),
	schema: anyObject,
	description: nullable(text({ min: 0 })),
});

/** The resource whose envelope has three documented forms: see the switch `shapes`. */
export const analysisTemplates: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/analysis-templates',
		answer: ({ org }) => list('analysis_templates', org.analysisTemplates),
	}),
	route({
		method: 'POST',
		path: '/analysis-templates',
		status: 201,
		body: templateCreate,
		answer: ({ org, body }) => {
			const moment = now();
			const created: AnalysisTemplate = {
				id: randomUUID(),
				org_id: org.id,
				...body,
				description: body.description ?? null,
				created_at: moment,
				updated_at: moment,
			};
			org.analysisTemplates.push(created);
			return item('analysis_template', created);
		},
	}),
	route({
		method: 'GET',
		path: '/analysis-templates/:id',
		answer: ({ org, params }) =>
			item('analysis_template', find(org.analysisTemplates, params.id, 'Analysis template')),
	}),
	route({
		method: 'PATCH',
		path: '/analysis-templates/:id',
		body: templateUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.analysisTemplates, params.id, 'Analysis template');
			return item('analysis_template', update(found, body));
		},
	}),
	route({
		method: 'DELETE',
		path: '/analysis-templates/:id',
		answer: ({ org, params }) => {
			remove(org.analysisTemplates, params.id, 'Analysis template');
			return deleted;
		},
	}),
];
