import { StartedDeliveries } from '../../../nodes/HmsSovereign/webhook/delivery/startedBefore';

const DAY_MS = 24 * 3_600_000;
const answerOf = (size: number) => Promise.resolve({ result: 'x'.repeat(size) });

describe('deliveries that have started a workflow', () => {
	it('are known for a day, with their answer', async () => {
		const started = new StartedDeliveries();
		started.remember('a', Promise.resolve({ result: 1 }), 0);
		await expect(started.answerBefore('a', DAY_MS - 1)).resolves.toEqual({ result: 1 });
		expect(started.answerBefore('a', DAY_MS)).toBeUndefined();
		expect(started.answerBefore('b', 0)).toBeUndefined();
	});

	it('are the last 5,000', () => {
		const started = new StartedDeliveries();
		for (let count = 0; count < 200_000; count += 1) {
			started.remember(`${count}`, Promise.resolve(undefined), 0);
		}
		expect(started.answerBefore('194999', 0)).toBeUndefined();
		expect(started.answerBefore('195000', 0)).toBeDefined();
	});

	it('stay known when large answers are dropped, of which 4 million characters are kept', async () => {
		const started = new StartedDeliveries();
		const instead = { error: 'late' };
		for (let count = 0; count < 5_000; count += 1) {
			started.remember(`${count}`, answerOf(100_000), 0, instead);
			await Promise.resolve();
		}
		const answers = await Promise.all(
			Array.from({ length: 5_000 }, async (_, count) => await started.answerBefore(`${count}`, 0)),
		);
		expect(answers.filter((answer) => answer !== undefined)).toHaveLength(5_000);
		expect(answers[0]).toEqual(instead);
		expect(answers.at(-1)).toEqual(await answerOf(100_000));
		const size = answers.reduce((sum, answer) => sum + JSON.stringify(answer).length, 0);
		expect(size).toBeLessThan(4_300_000);
	});

	it('count once when they are remembered again', async () => {
		const started = new StartedDeliveries();
		for (let count = 0; count < 100; count += 1) {
			started.remember('a', answerOf(100_000), 0);
			await started.answerBefore('a', 0);
		}
		await expect(started.answerBefore('a', 0)).resolves.toEqual(await answerOf(100_000));
	});
});
