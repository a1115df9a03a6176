import type { McpServer } from '../../sandbox';
import { byId } from '../byId';
import { casesOf } from './operationCase';

/** Header values never come back, only their names do. */
function shown({ headers, ...server }: McpServer) {
	return { ...server, header_names: Object.keys(headers) };
}

export const mcpServer = casesOf('mcpServer', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'CRM',
				url: 'https://mcp.example.com/mcp',
				additionalFields: {
					headers: { pairs: [{ name: 'Authorization', value: 'Bearer for-the-server' }] },
					timeoutSeconds: 30,
					transport: 'sse',
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/mcp-servers',
					body: {
						name: 'CRM',
						url: 'https://mcp.example.com/mcp',
						headers: { Authorization: 'Bearer for-the-server' },
						timeout_seconds: 30,
						transport: 'sse',
					},
				},
			],
			items: () => main.mcpServers.slice(-1).map(shown),
		}),
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.mcpServers;
			for (const assistant of main.assistants) assistant.llm_config.tools = [];
			return {
				parameters: { mcpServerId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/mcp-servers/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [server] = main.mcpServers;
			return {
				parameters: { mcpServerId: byId(server.id) },
				requests: () => [{ method: 'GET', path: `/mcp-servers/${server.id}` }],
				items: () => [shown(server)],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/mcp-servers' }],
			items: () => main.mcpServers.map(shown),
		}),
	},
	{
		operation: 'test',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.mcpServers;
			return {
				parameters: { mcpServerId: byId(id) },
				requests: () => [{ method: 'POST', path: `/mcp-servers/${id}/test` }],
				items: () => [
					{
						ok: true,
						duration_ms: 412,
						tools: [expect.objectContaining({ name: 'search_mail' })],
					},
				],
			};
		},
	},
	{
		operation: 'test',
		when: 'with headers, a server that cannot be reached',
		plan: ({ store: { main } }) => {
			const [server] = main.mcpServers;
			server.url = 'https://unreachable.example.com/mcp';
			return {
				parameters: {
					mcpServerId: byId(server.id),
					additionalFields: { headers: { pairs: [{ name: 'X-Key', value: 'for-this-test' }] } },
				},
				requests: () => [
					{
						method: 'POST',
						path: `/mcp-servers/${server.id}/test`,
						body: { headers: { 'X-Key': 'for-this-test' } },
					},
				],
				items: () => [{ ok: false, duration_ms: 20_000, error_message: 'Connection timed out' }],
			};
		},
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const [server] = main.mcpServers;
			return {
				parameters: {
					mcpServerId: byId(server.id),
					updateFields: {
						name: 'Post',
						url: 'https://mcp.example.com/mcp',
						headers: { pairs: [{ name: 'X-Key', value: 'for-the-server' }] },
						timeoutSeconds: 5,
						transport: 'streamable_http',
					},
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/mcp-servers/${server.id}`,
						body: {
							name: 'Post',
							url: 'https://mcp.example.com/mcp',
							headers: { 'X-Key': 'for-the-server' },
							timeout_seconds: 5,
							transport: 'streamable_http',
						},
					},
				],
				items: () => [shown(server)],
			};
		},
	},
	{
		operation: 'update',
		when: 'removing all headers',
		plan: ({ store: { main } }) => {
			const [server] = main.mcpServers;
			return {
				parameters: { mcpServerId: byId(server.id), updateFields: { removeHeaders: true } },
				requests: () => [
					{ method: 'PATCH', path: `/mcp-servers/${server.id}`, body: { headers: {} } },
				],
				items: () => [{ ...shown(server), header_names: [] }],
			};
		},
	},
]);
