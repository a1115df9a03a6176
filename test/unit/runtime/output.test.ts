import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/HmsSovereign/operation/operation';
import { finished, toOutput } from '../../../nodes/HmsSovereign/runtime/output';

it('20,000 dials of which half were refused come out at once, each told what came before it', () => {
	const outcomes = Array.from(
		{ length: 20_000 },
		(_item, index): Outcome =>
			index % 2 === 0
				? { error: new Error('refused') }
				: { items: [{ json: { id: `c${index}` } }] },
	);
	const told: Array<string | undefined> = [];
	const startedAt = performance.now();
	const output = toOutput(outcomes, (_error, _index, before) => {
		told.push(before.text());
		return new Error('refused');
	});
	// Some 20 ms; with every failure looking through all items it was half a minute.
	expect(performance.now() - startedAt).toBeLessThan(2_000);
	expect(output).toHaveLength(20_000);
	expect(told.slice(0, 3)).toEqual([
		undefined,
		'1 item was carried out before this one: c1.',
		'2 items were carried out before this one: c1, c3.',
	]);
	expect(told.at(-1)).toContain(' and 9979 more.');
});

it('an answer that is nested too deeply is finished all the same, so that it is not sent again', () => {
	let deep: IDataObject = { webhook_secret: 'hidden-4471' };
	for (let depth = 0; depth < 200_000; depth++) deep = { deep };
	const [{ json }] = finished([{ json: { id: 'call-1', webhook_secret: 'hidden-4471', deep } }]);
	expect(json).toEqual({ id: 'call-1', webhook_secret: '****' });
});
