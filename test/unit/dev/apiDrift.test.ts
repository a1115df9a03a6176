import { drift } from '../../../dev/apiDrift';

const known = [
	{ method: 'GET', path: '/calls' },
	{ method: 'GET', path: '/calls/{id}' },
	{ method: 'GET', path: '/account', deprecated: true },
] as const;

const same = {
	paths: {
		'/api/v1/calls': { get: {}, parameters: [] },
		'/calls/{callId}': { get: {} },
		'/account': { get: { deprecated: true } },
	},
};

describe('the comparison with the published API description', () => {
	it('says nothing when both have the same operations, whatever their parameters are called', () => {
		expect(drift(same, [...known])).toBe('');
	});

	it('lists what is new, gone, and deprecated since', () => {
		const published = {
			paths: {
				'/calls': { get: { deprecated: true } },
				'/calls/{id}': { get: {} },
				'/calls/{id}/notes': { post: {} },
			},
		};
		expect(drift(published, [...known])).toBe(
			[
				'## New in the API\n\n- `POST /calls/{}/notes`\n\n',
				'## Gone from the API\n\n- `GET /account`\n\n',
				'## Deprecation changed\n\n- `GET /calls is deprecated now`\n\n',
			].join(''),
		);
	});

	it('does not take an error page for a description', () => {
		expect(() => drift({}, [...known])).toThrow('holds no operations');
	});
});
