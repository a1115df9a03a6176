import { randomUUID } from 'node:crypto';
import { bare } from '../http/answers';
import { forbidden } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { uuid } from '../schema/formats';
import { queryBoolean } from '../schema/query';
import { also, fields, oneOf, required, text } from '../schema/rules';
import { figures } from '../store/figures';
import { emptyOrganization } from '../store/organization';
import type { Organization } from '../store/types';
import type { World } from '../world';

const newOrganization = fields({ name: required(text()), parent_org_id: uuid });

/** Content may never be kept longer than the metadata it belongs to. */
const retention = also(
	fields({
		content_retention_days: required(oneOf([30, 90, 180, 365])),
		metadata_retention_days: required(oneOf([30, 90, 180, 365, 730])),
	}),
	(body) =>
		body.content_retention_days > body.metadata_retention_days
			? ['content_retention_days must not be longer than metadata_retention_days']
			: [],
);

export const organizations: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/organizations',
		query: { include_children: queryBoolean },
		answer: ({ world, org, query }) =>
			bare(organizationBody(world, org, query.include_children ?? false), 'organization'),
	}),
	route({
		method: 'POST',
		path: '/organizations',
		status: 201,
		body: newOrganization,
		answer: ({ world, org, body }) => {
			// Who may create what is not documented; the sandbox allows children of one's own only.
			if (body.parent_org_id && body.parent_org_id !== org.id) throw forbidden();
			return bare(createOrganization(world, body.name, body.parent_org_id ?? null));
		},
	}),
	route({
		method: 'PATCH',
		path: '/organizations',
		body: retention,
		answer: ({ org, body }) => {
			org.retention = { ...body };
			return bare(org.retention);
		},
	}),
];

/** The bare organization; `children` only when asked for. */
export function organizationBody(world: World, org: Organization, withChildren: boolean): object {
	const children = world.store.childrenOf(org.id);
	return {
		id: org.id,
		name: org.name,
		...figures(org, world.store.payerOf(org)),
		has_local_models_access: false,
		parent_org_id: org.parent_org_id,
		...(withChildren && {
			children: children.map(({ id, name, created_at }) => ({ id, name, created_at })),
		}),
	};
}

/** The key of a new organization is in this one answer and nowhere else. */
function createOrganization(world: World, name: string, parentId: string | null): object {
	const created = { ...emptyOrganization(randomUUID(), name, 0), parent_org_id: parentId };
	world.store.organizations.push(created);
	return {
		id: created.id,
		name,
		parent_org_id: parentId,
		api_key: world.addKey(undefined, created.id),
		created_at: created.created_at,
	};
}
