import { callAsk } from '../../dev/cases/callAsk';
import { runNode } from '../../dev/engine/engine';
import { credentialOf } from '../../dev/engine/sandbox';
import { startSandbox } from '../../sandbox';

test.each(['={{ undefined }}', '={{ null }}', '={{ $json.pinn }}', '', '12', 'four'])(
	'the option PIN that holds %j stops the question: without a PIN every yes would count',
	async (pin) => {
		const { resource, operation, plan, sandbox } = callAsk[0];
		const api = await startSandbox(sandbox);
		try {
			const { parameters } = await plan(api);
			const { error } = await runNode(
				{ resource, operation, ...parameters, options: { pin } },
				{ credential: credentialOf(api) },
			);
			expect(error?.message).toContain("'PIN'");
			expect(api.requests.filter(({ method }) => method === 'POST')).toEqual([]);
		} finally {
			await api.close();
		}
	},
);
