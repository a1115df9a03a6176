import {
	isLoopback,
	noteIn,
	relationOf,
	withNote,
	type OwnAddress,
} from '../../../nodes/HmsSovereign/webhook/registration/address';

const PATH = '0a1b/webhook';
const production: OwnAddress = { url: `https://n8n.example.com/webhook/${PATH}`, path: PATH };
const test_: OwnAddress = { url: `https://n8n.example.com/webhook-test/${PATH}`, path: PATH };

describe("an assistant's webhook URL", () => {
	it.each([
		[null, 'foreign'],
		['', 'foreign'],
		[production.url, 'this'],
		[withNote(production.url, 'note'), 'this'],
		[test_.url, 'counterpart'],
		[withNote(test_.url, 'note'), 'counterpart'],
		['https://n8n.example.com/webhook/ffff/webhook', 'otherWorkflow'],
		['https://n8n.example.com/webhook-test/ffff/webhook', 'otherWorkflow'],
		['https://n8n.example.com/webhook/my-own-path', 'otherWorkflow'],
		['https://n8n.example.com/elsewhere/x', 'foreign'],
		['https://crm.example.com/hms', 'foreign'],
		// A copy of the workflow on another n8n has the same id in its address.
		[`https://staging.example.com/webhook/${PATH}`, 'foreign'],
		[`https://n8n.example.com.evil.example/webhook/${PATH}`, 'foreign'],
	])('%s is to the production address: %s', (url, relation) => {
		expect(relationOf(url, production)).toBe(relation);
	});

	it('is to the test address the reverse', () => {
		expect(relationOf(test_.url, test_)).toBe('this');
		expect(relationOf(production.url, test_)).toBe('counterpart');
	});

	it('is ours when it was registered before n8n moved to another host', () => {
		const former = `https://old.example.com/webhook/${PATH}`;
		expect(relationOf(former, production, former)).toBe('this');
	});

	it('is understood for an n8n below a path, with endpoints of its own', () => {
		const own = { url: `https://x.example.com/n8n/hooks/${PATH}`, path: PATH };
		expect(relationOf(`https://x.example.com/n8n/hooks-test/${PATH}`, own)).toBe('counterpart');
		expect(relationOf('https://x.example.com/n8n/hooks/ffff/webhook', own)).toBe('otherWorkflow');
		expect(relationOf('https://x.example.com/crm/hooks/ffff', own)).toBe('foreign');
	});

	it('can carry a note', () => {
		const url = withNote(test_.url, 'abc_-1');
		expect(noteIn(url)).toBe('abc_-1');
		expect(withNote(url, 'other')).toBe(`${test_.url}?restore=other`);
		expect(withNote(url, undefined)).toBe(test_.url);
		expect(noteIn(test_.url)).toBeUndefined();
		expect(noteIn(null)).toBeUndefined();
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
