import { publishedNames, recordedNames } from '../../dev/publishedNames';

describe('the names that saved workflows hold', () => {
	const recorded = recordedNames();
	let now: string[];
	beforeAll(async () => {
		now = await publishedNames();
	});

	it('are all still there, with the same type and default', () => {
		// A line here means: workflows people saved would break or behave differently.
		expect(recorded.filter((line) => !now.includes(line))).toEqual([]);
	});

	it('are recorded as soon as they are new', () => {
		// `npm run names` records them. Choose well: afterwards they can never change.
		expect(now.filter((line) => !recorded.includes(line))).toEqual([]);
	});
});
