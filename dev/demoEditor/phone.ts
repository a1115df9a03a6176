import type { Sandbox } from '../../sandbox';

/** A call that somebody can have arrive in the demo. */
export interface Ring {
	/** What to type: `npm run ring -- missed`. */
	name: string;
	/** What happens, in a few words. */
	what: string;
	from: string;
}

export const RINGS: Ring[] = [
	{ name: 'call', what: 'somebody calls, talks for a minute and hangs up', from: '+31612345678' },
	{
		name: 'tool-call',
		what: 'during the call the assistant calls its tool lookup_order',
		from: '+31612345601',
	},
	{ name: 'missed', what: 'a call that comes to nothing', from: '+31612345602' },
];

/** Of the leads in the demo's tables, this one is never reached. */
export const NOT_REACHED = '+31622222222';

/** How the simulated calls of the demo go. */
export function writeScripts({ calls }: Sandbox): void {
	const [, toolCall, missed] = RINGS;
	calls.script({
		destination: toolCall.from,
		toolCalls: [{ name: 'lookup_order', arguments: { order_number: '1042' } }],
	});
	calls.script({ destination: missed.from, outcome: 'failed', endReason: 'no_answer' });
	calls.script({ destination: NOT_REACHED, outcome: 'failed', endReason: 'no_answer' });
}

/**
 * Has a call arrive at every assistant to which a workflow listens, or at the reception when none does.
 *
 * @returns what to tell the person who rang
 */
export function ring(sandbox: Sandbox, { what, from }: Ring): string {
	const { assistants } = sandbox.store.main;
	const listening = assistants.filter(({ webhook_url: url }) => Boolean(url));
	const reception = assistants.filter(({ id }) => id === sandbox.store.ids.reception);
	const called = listening.length > 0 ? listening : reception;
	for (const { id: assistantId } of called) sandbox.calls.ring({ from, assistantId });
	const names = called.map(({ name }) => name).join(', ');
	const noListener =
		'No workflow listens: publish an example that starts with HMS Sovereign Trigger, or open it, unpin its sample event and press Execute workflow. Then ring again.';
	return `${from} calls ${names}: ${what}.${listening.length > 0 ? '' : ` ${noListener}`}`;
}
