import { byId } from '../byId';
import { casesOf } from './operationCase';

export const sipTrunk = casesOf('sipTrunk', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'Office PBX',
				provider: 'voys',
				address: 'sip.example.com',
				additionalFields: {
					transport: 'tls',
					authUsername: 'hms',
					authPassword: 'only-for-the-trunk',
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/sip-trunks',
					body: {
						name: 'Office PBX',
						provider: 'voys',
						address: 'sip.example.com',
						auth_password: 'only-for-the-trunk',
						transport: 'tls',
						auth_username: 'hms',
					},
				},
			],
			items: () => [main.trunks.at(-1)],
		}),
	},
	{
		operation: 'create',
		when: 'with the required fields only',
		plan: ({ store: { main } }) => ({
			parameters: { name: 'Second', provider: 'carrier', address: 'sip.example.org' },
			requests: () => [
				{
					method: 'POST',
					path: '/sip-trunks',
					body: { name: 'Second', provider: 'carrier', address: 'sip.example.org' },
				},
			],
			items: () => [main.trunks.at(-1)],
		}),
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.trunks;
			for (const number of main.numbers) number.transfer_trunk_id = null;
			return {
				parameters: { sipTrunkId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/sip-trunks/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [trunk] = main.trunks;
			return {
				parameters: { sipTrunkId: byId(trunk.id) },
				requests: () => [{ method: 'GET', path: `/sip-trunks/${trunk.id}` }],
				items: () => [trunk],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/sip-trunks' }],
			items: () => main.trunks,
		}),
	},
]);
