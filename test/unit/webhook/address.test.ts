import {
	isLoopback,
	notesIn,
	relationOf,
	withNotes,
	type OwnAddress,
} from '../../../nodes/HmsSovereign/webhook/registration/address';

const PATH = '0a1b/webhook';
const production: OwnAddress = {
	url: `https://n8n.example.com/webhook/${PATH}`,
	path: PATH,
	mark: 'ours',
};
const testAddress: OwnAddress = {
	url: `https://n8n.example.com/webhook-test/${PATH}`,
	path: PATH,
	mark: 'ours',
};

describe("an assistant's webhook URL", () => {
	it.each([
		[null, 'foreign'],
		['', 'foreign'],
		[production.url, 'this'],
		[withNotes(production.url, { by: 'ours', restore: 'note' }), 'this'],
		[testAddress.url, 'counterpart'],
		[withNotes(testAddress.url, { by: 'ours', restore: 'note' }), 'counterpart'],
		['https://n8n.example.com/webhook/ffff/webhook', 'otherWorkflow'],
		['https://n8n.example.com/webhook-test/ffff/webhook', 'otherWorkflow'],
		['https://n8n.example.com/webhook/my-own-path', 'otherWorkflow'],
		['https://n8n.example.com/elsewhere/x', 'foreign'],
		['https://crm.example.com/hms', 'foreign'],
		// A copy of the workflow in this n8n has the same address, one on another n8n the same id in it.
		[withNotes(production.url, { by: 'copy' }), 'otherWorkflow'],
		[withNotes(testAddress.url, { by: 'copy' }), 'otherWorkflow'],
		[`https://staging.example.com/webhook/${PATH}`, 'otherN8n'],
		[`https://staging.example.com/webhook/${PATH}?by=ours`, 'otherN8n'],
		['https://staging.example.com/n8n/webhook-test/ffff/webhook?restore=x', 'otherN8n'],
		['https://staging.example.com/webhook/workflow-id/call%20is%20over/webhook', 'otherN8n'],
		['https://x.example.com/webhook/0a1b2c3d-0a1b-4a1b-8a1b-0a1b2c3d4e5f', 'otherN8n'],
		[`https://n8n.example.com.evil.example/webhook/${PATH}`, 'otherN8n'],
		['https://crm.example.com/webhook/hms', 'foreign'],
		['https://crm.example.com/webhook/hms/calls', 'foreign'],
		['https://crm.example.com/hooks/ffff/webhook', 'foreign'],
	])('%s is to the production address: %s', (url, relation) => {
		expect(relationOf(url, production)).toBe(relation);
	});

	it('is to the test address the reverse', () => {
		expect(relationOf(testAddress.url, testAddress)).toBe('this');
		expect(relationOf(production.url, testAddress)).toBe('counterpart');
	});

	it('is ours when it was registered before n8n moved to another host', () => {
		const former = `https://old.example.com/webhook/${PATH}`;
		expect(relationOf(former, production, former)).toBe('this');
		expect(relationOf(`${former}?by=copy`, production, former)).toBe('otherN8n');
	});

	it('is ours when it was left over from listening on a host that n8n had before', () => {
		const left = `https://old-tunnel.example.com/webhook-test/${PATH}?by=ours&restore=x`;
		expect(relationOf(left, testAddress)).toBe('this');
		expect(relationOf(left, production)).toBe('counterpart');
		expect(relationOf(left.replace('ours', 'copy'), testAddress)).toBe('otherN8n');
		expect(relationOf(left.replace('by=ours&', ''), testAddress)).toBe('otherN8n');
	});

	it('is understood for an n8n below a path, with endpoints of its own', () => {
		const own = { url: `https://x.example.com/n8n/hooks/${PATH}`, path: PATH, mark: 'ours' };
		expect(relationOf(`https://x.example.com/n8n/hooks-test/${PATH}`, own)).toBe('counterpart');
		expect(relationOf('https://x.example.com/n8n/hooks/ffff/webhook', own)).toBe('otherWorkflow');
		expect(relationOf('https://x.example.com/crm/hooks/ffff', own)).toBe('foreign');
	});

	it('can carry notes', () => {
		const url = withNotes(testAddress.url, { by: 'ours', restore: 'abc_-1' });
		expect(url).toBe(`${testAddress.url}?by=ours&restore=abc_-1`);
		expect(notesIn(url)).toEqual({ by: 'ours', restore: 'abc_-1', gone: undefined });
		expect(withNotes(url, { gone: 'other' })).toBe(`${testAddress.url}?gone=other`);
		expect(withNotes(url, {})).toBe(testAddress.url);
		expect(notesIn(testAddress.url)).toEqual({});
		expect(notesIn(null)).toEqual({});
	});
});

describe('an address that only this machine can reach', () => {
	it.each([
		['http://localhost:5678/webhook/x', true],
		['http://LOCALHOST/', true],
		['http://127.0.0.1:5678/', true],
		['http://127.1.2.3', true],
		['http://0.0.0.0:5678/', true],
		['http://[::1]:5678/', true],
		['https://localhost.example.com/', false],
		['https://n8n.example.com/localhost:5678/', false],
	])('%s: %s', (url, expected) => {
		expect(isLoopback(url)).toBe(expected);
	});
});
