import { needsOwnWebhook } from '../../../nodes/HmsSovereign/resources/call/wait/parking/ownWebhook';
import { isInside } from '../../../nodes/HmsSovereign/resources/call/wait/parking/reachable';

describe('An address that only the same network reaches', () => {
	it.each([
		'http://localhost:5678/webhook-waiting/1',
		'http://127.0.0.1:5678/',
		'http://10.0.0.5/',
		'https://192.168.178.20:5678/x',
		'http://172.16.0.1/',
		'http://172.31.255.1/',
		'http://169.254.1.1/',
		'http://n8n:5678/',
		'http://n8n.local/',
		'http://n8n.internal/',
		'http://[::1]:5678/',
		'http://[fd12:3456::1]/',
		'no address at all',
	])('%s', (url) => expect(isInside(url)).toBe(true));

	it.each([
		'https://n8n.example.com/webhook-waiting/1?signature=abc',
		'https://172.32.0.1/',
		'https://8.8.8.8/',
		'https://[2001:db8::1]/',
		'https://localhost.example.com/',
		'https://10.example.com/',
	])('is not %s', (url) => expect(isInside(url)).toBe(false));
});

describe("An assistant's webhook", () => {
	const tools = (...list: object[]) => ({ llm_config: { tools: list } });

	it('is free when it has none and its tools have addresses of their own', () => {
		expect(needsOwnWebhook({})).toBeUndefined();
		expect(needsOwnWebhook({ webhook_url: null, ...tools() })).toBeUndefined();
		const own = tools(
			{ name: 'lookup', url: 'https://api.example.com' },
			{ type: 'function', function: { name: 'book' }, server: { url: 'https://api.example.com' } },
			{ type: 'end_call' },
			{ type: 'transfer_call', destinations: [] },
			{ type: 'mcp', mcp_server_id: 'x', allowed_tools: ['y'] },
		);
		expect(needsOwnWebhook(own)).toBeUndefined();
	});

	it('is not free when events or tools need it', () => {
		expect(needsOwnWebhook({ webhook_url: 'https://n8n.example.com' })).toContain('events');
		expect(needsOwnWebhook(tools({ name: 'lookup' }))).toContain('tools');
		expect(
			needsOwnWebhook(tools({ type: 'function', function: { name: 'book' }, server: {} })),
		).toContain('tools');
	});
});
