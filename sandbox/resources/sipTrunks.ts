import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { conflict } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { hostname } from '../schema/formats';
import { fields, oneOf, required, text } from '../schema/rules';
import type { SipTrunk } from '../store/types';
import { find, now, remove } from './common';

const trunkCreate = fields({
	name: required(text()),
	provider: required(text()),
	address: required(hostname),
	auth_username: text(),
	auth_password: text(),
	transport: oneOf(['udp', 'tcp', 'tls']),
});

/** There is no update: a trunk is deleted and made anew. */
export const sipTrunks: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/sip-trunks',
		answer: ({ org }) => list('trunks', org.trunks),
	}),
	route({
		method: 'POST',
		path: '/sip-trunks',
		status: 201,
		body: trunkCreate,
		answer: ({ org, body }) => {
			const created = newTrunk(org.id, body);
			org.trunks.push(created);
			if (body.auth_password) org.trunkPasswords[created.id] = body.auth_password;
			return item('trunk', created);
		},
	}),
	route({
		method: 'GET',
		path: '/sip-trunks/:id',
		answer: ({ org, params }) => item('trunk', find(org.trunks, params.id, 'SIP trunk')),
	}),
	route({
		method: 'DELETE',
		path: '/sip-trunks/:id',
		answer: ({ org, params }) => {
			find(org.trunks, params.id, 'SIP trunk');
			// Not documented for trunks; 409 is the general answer for "still in use".
			const uses = org.numbers.filter((entry) => entry.transfer_trunk_id === params.id).length;
			if (uses) throw conflict(`SIP trunk is attached to ${uses} phone numbers. Detach it first.`);
			remove(org.trunks, params.id, 'SIP trunk');
			return deleted;
		},
	}),
];

/** The password is left out: it is write-only. */
function newTrunk(orgId: string, body: ReturnType<typeof trunkCreate>): SipTrunk {
	const moment = now();
	return {
		id: randomUUID(),
		org_id: orgId,
		name: body.name,
		provider: body.provider,
		address: body.address,
		transport: body.transport ?? 'udp',
		auth_username: body.auth_username ?? null,
		is_active: true,
		created_at: moment,
		updated_at: moment,
	};
}
