import { rowsOf, unwrap } from '../../../nodes/HmsSovereign/api/answer';

describe('the rows of a list answer', () => {
	it.each([
		['the documented key', { calls: [{ id: 'a' }] }],
		['data', { data: [{ id: 'a' }] }],
		['no envelope', [{ id: 'a' }]],
	])('are found under %s', (_where, body) => {
		expect(rowsOf(body, 'calls')).toEqual([{ id: 'a' }]);
	});

	it('may be none', () => {
		expect(rowsOf({ calls: [] }, 'calls')).toEqual([]);
	});

	it.each([
		['an empty object, as after a 204', {}],
		['null', { calls: null }],
		['an object', { calls: { id: 'a' } }],
		['a text', { calls: 'none' }],
		['a failure', { success: false }],
		['rows that are no objects', { calls: [null] }],
		['nothing', undefined],
	])('are not made up: %s is no list', (_what, body) => {
		expect(() => rowsOf(body, 'calls')).toThrow(
			'HMS Sovereign sent an answer without the list of calls',
		);
	});
});

describe('an envelope', () => {
	it('is taken off under its camelCase and its longer name too', () => {
		expect(unwrap({ sipTrunk: { id: 'a' } }, 'sip_trunk')).toEqual({ id: 'a' });
		expect(unwrap({ sip_trunk: { id: 'a' } }, 'trunk')).toEqual({ id: 'a' });
	});
});
