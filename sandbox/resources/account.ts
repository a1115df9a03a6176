import { bare } from '../http/answers';
import { errorOfStatus } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { figures } from '../store/figures';
import type { Organization } from '../store/types';
import type { World } from '../world';
import { organizationBody } from './organizations';

/** GET /account (deprecated, but the page on authentication uses it to test a key). */
export const account: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/account',
		answer: ({ world, org }) => {
			if (world.accountRemoved) throw errorOfStatus(world.accountRemoved);
			return bare(accountBody(world, org), 'organization');
		},
	}),
];

/** The two documented shapes: Authentication page, and operation page getOrganizationLegacy. */
function accountBody(world: World, org: Organization): object {
	if (world.accountShape === 'operation-page') return organizationBody(world, org, true);
	return {
		id: org.id,
		email: org.email,
		company_name: org.name,
		...figures(org, world.store.payerOf(org)),
	};
}
