import type { Organization, PhoneNumber } from '../../sandbox';
import { byId } from '../byId';
import { casesOf } from './operationCase';

/** A number as the API shows it: with the names of what it is linked to. */
function shown(org: Organization, number: PhoneNumber) {
	const assistant = org.assistants.find(({ id }) => id === number.agent_id);
	return {
		...number,
		agent_name: assistant?.name ?? null,
		business_name: assistant?.business_name ?? null,
		transfer_trunk_name: org.trunks.find(({ id }) => id === number.transfer_trunk_id)?.name ?? null,
		workflow_name: org.workflows.find(({ id }) => id === number.workflow_id)?.name ?? null,
	};
}

function simplified(org: Organization, number: PhoneNumber) {
	const { id, phone_number, agent_id, agent_name, workflow_id, workflow_name, ...rest } = shown(
		org,
		number,
	);
	const { transfer_trunk_id, transfer_trunk_name, is_active } = rest;
	return {
		...{ id, phone_number, agent_id, agent_name, workflow_id, workflow_name },
		...{ transfer_trunk_id, transfer_trunk_name, is_active },
	};
}

export const phoneNumber = casesOf('phoneNumber', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => {
			const [assistant] = main.assistants;
			const [trunk] = main.trunks;
			const [workflow] = main.workflows;
			return {
				parameters: {
					phoneNumber: '+31 (20) 123-4567',
					additionalFields: {
						isActive: false,
						assistantId: byId(assistant.id),
						workflowId: byId(workflow.id),
						sipTrunkId: byId(trunk.id),
					},
				},
				requests: () => [
					{
						method: 'POST',
						path: '/numbers',
						body: {
							phone_number: '+31201234567',
							is_active: false,
							agent_id: assistant.id,
							workflow_id: workflow.id,
							transfer_trunk_id: trunk.id,
						},
					},
				],
				items: () => main.numbers.slice(-1).map((number) => shown(main, number)),
			};
		},
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.numbers;
			return {
				parameters: { phoneNumberId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/numbers/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [number] = main.numbers;
			return {
				parameters: { phoneNumberId: byId(number.id), simplify: false },
				requests: () => [{ method: 'GET', path: `/numbers/${number.id}` }],
				items: () => [shown(main, number)],
			};
		},
	},
	{
		operation: 'get',
		when: 'simplified',
		plan: ({ store: { main } }) => {
			const [number] = main.numbers;
			return {
				parameters: { phoneNumberId: byId(number.id) },
				requests: () => [{ method: 'GET', path: `/numbers/${number.id}` }],
				items: () => [simplified(main, number)],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true, simplify: false },
			requests: () => [{ method: 'GET', path: '/numbers' }],
			items: () => main.numbers.map((number) => shown(main, number)),
		}),
	},
	{
		operation: 'getAll',
		when: 'simplified, two of them',
		plan: ({ store: { main } }) => ({
			parameters: { limit: 2 },
			requests: () => [{ method: 'GET', path: '/numbers' }],
			items: () => main.numbers.slice(0, 2).map((number) => simplified(main, number)),
		}),
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const [number] = main.numbers;
			const [, assistant] = main.assistants;
			return {
				parameters: {
					phoneNumberId: byId(number.id),
					updateFields: { isActive: false, assistantId: byId(assistant.id) },
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/numbers/${number.id}`,
						body: { is_active: false, agent_id: assistant.id },
					},
				],
				items: () => [shown(main, number)],
			};
		},
	},
	{
		operation: 'update',
		when: 'detaching everything',
		plan: ({ store: { main } }) => {
			const [number] = main.numbers;
			return {
				parameters: {
					phoneNumberId: byId(number.id),
					updateFields: { clearFields: ['agent_id', 'workflow_id', 'transfer_trunk_id'] },
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/numbers/${number.id}`,
						body: { agent_id: null, workflow_id: null, transfer_trunk_id: null },
					},
				],
				items: () => [
					{
						...shown(main, number),
						...{ agent_id: null, agent_name: null, business_name: null },
						...{ workflow_id: null, workflow_name: null },
						...{ transfer_trunk_id: null, transfer_trunk_name: null },
					},
				],
			};
		},
	},
]);
