import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { conflict } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { e164, uuid } from '../schema/formats';
import { bool, fields, nullable, required } from '../schema/rules';
import type { Organization, PhoneNumber } from '../store/types';
import type { World } from '../world';
import { find, mustExist, now, remove, update } from './common';

const numberCreate = fields({
	phone_number: required(e164),
	agent_id: uuid,
	transfer_trunk_id: uuid,
	workflow_id: uuid,
	is_active: bool,
});

/** null detaches; the number itself cannot be changed. */
const numberUpdate = fields({
	agent_id: nullable(uuid),
	transfer_trunk_id: nullable(uuid),
	workflow_id: nullable(uuid),
	is_active: bool,
});

export const numbers: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/numbers',
		answer: ({ org }) =>
			list(
				'numbers',
				org.numbers.map((entry) => shown(org, entry)),
			),
	}),
	route({
		method: 'POST',
		path: '/numbers',
		status: 201,
		body: numberCreate,
		answer: ({ world, org, body }) => {
			checkReferences(org, body);
			refuseDuplicate(world, body.phone_number);
			const created = { ...newNumber(body.phone_number), ...body };
			org.numbers.push(created);
			return item('number', shown(org, created));
		},
	}),
	route({
		method: 'GET',
		path: '/numbers/:id',
		answer: ({ org, params }) =>
			item('number', shown(org, find(org.numbers, params.id, 'Phone number'))),
	}),
	route({
		method: 'PATCH',
		path: '/numbers/:id',
		body: numberUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.numbers, params.id, 'Phone number');
			checkReferences(org, body);
			return item('number', shown(org, update(found, body)));
		},
	}),
	route({
		method: 'DELETE',
		path: '/numbers/:id',
		answer: ({ org, params }) => {
			remove(org.numbers, params.id, 'Phone number');
			return deleted;
		},
	}),
];

function newNumber(phoneNumber: string): PhoneNumber {
	const moment = now();
	return {
		id: randomUUID(),
		phone_number: phoneNumber,
		agent_id: null,
		transfer_trunk_id: null,
		workflow_id: null,
		source: null,
		is_active: true,
		created_at: moment,
		updated_at: moment,
	};
}

interface References {
	agent_id?: string | null;
	transfer_trunk_id?: string | null;
	workflow_id?: string | null;
}

function checkReferences(org: Organization, body: References): void {
	mustExist(org.assistants, body.agent_id, 'agent_id');
	mustExist(org.trunks, body.transfer_trunk_id, 'transfer_trunk_id');
	mustExist(org.workflows, body.workflow_id, 'workflow_id');
}

/** A phone number can ring in one place only, whatever organization it belongs to. */
function refuseDuplicate(world: World, phoneNumber: string): void {
	const all = world.store.organizations.flatMap((org) => org.numbers);
	if (all.some((entry) => entry.phone_number === phoneNumber)) {
		throw conflict(`Phone number ${phoneNumber} already exists`);
	}
}

/** The number with the names of what it is linked to. */
function shown(org: Organization, entry: PhoneNumber): object {
	const assistant = org.assistants.find(({ id }) => id === entry.agent_id);
	const trunk = org.trunks.find(({ id }) => id === entry.transfer_trunk_id);
	const workflow = org.workflows.find(({ id }) => id === entry.workflow_id);
	return {
		...entry,
		agent_name: assistant?.name ?? null,
		business_name: assistant?.business_name ?? null,
		transfer_trunk_name: trunk?.name ?? null,
		workflow_name: workflow?.name ?? null,
	};
}
