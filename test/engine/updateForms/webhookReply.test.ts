import type { IDataObject } from 'n8n-workflow';

import { runWorkflow, type TestNode } from '../../../dev/engine/engine';
import { useSandbox } from '../../../dev/engine/sandbox';

const sandbox = useSandbox();

/** Starts the workflow as a call does that rings. */
const TRIGGER: TestNode = {
	name: 'Trigger',
	type: 'n8n-nodes-hmsovereign.hmsSovereignTrigger',
	parameters: { registration: 'manual', respond: 'responseNode' },
};

/** A reply changes the saved assistant for one call: what nobody chose must not be in it. */
test.each<[string, IDataObject, IDataObject]>([
	['nothing', {}, {}],
	['an added group alone', { changes: {}, callSettings: {} }, {}],
	['First Message', { changes: { firstMessage: 'Hoi' } }, { assistant: { first_message: 'Hoi' } }],
	[
		'Assistant Fields (JSON)',
		{ changes: { assistantFields: '{"tts_config": {"voice_id": "a"}}' } },
		{ assistant: { tts_config: { voice_id: 'a' } } },
	],
	['Max Duration', { callSettings: { maxDurationSeconds: 60 } }, { max_duration_seconds: 60 }],
	[
		'Metadata',
		{ callSettings: { metadata: { pairs: [{ name: 'crm', value: '1' }] } } },
		{ assistant: { metadata: { crm: '1' } } },
	],
])('a reply that sets %s says that and nothing else', async (_what, parameters, reply) => {
	const node = {
		name: 'Reply',
		parameters: {
			...{ resource: 'webhookReply', operation: 'assistantRequest', decision: 'changeSaved' },
			...parameters,
		},
	};
	const { items, error } = await runWorkflow([TRIGGER, node], {
		credential: sandbox.credential(),
		input: [{ event: 'assistant-request', customer: { number: '+31612345678' } }],
	});
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.reply)).toEqual([reply]);
});
