import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../dev/byId';
import type { TestNode } from '../../../dev/engine/engine';
import { runWorkflow } from '../../../dev/engine/engine';
import { credentialOf } from '../../../dev/engine/sandbox';
import type { Field } from '../../../nodes/HmsSovereign/operation/operation';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { changesOf, type Form, type OneChange } from './forms';
import { differences } from './leaves';

const update = (kind: number, resource: string, parameter: string, rows: Form['rows']): Form => ({
	title: `${resource} update`,
	kind,
	resource,
	operation: 'update',
	rows,
	target: (id) => ({ [parameter]: byId(id) }),
});

/** Every form in which people change something that is saved, one row for each. */
const FORMS: Form[] = [
	update(21, 'analysisTemplate', 'analysisTemplateId', ({ store }) => store.main.analysisTemplates),
	update(22, 'assistant', 'assistantId', ({ store }) => store.main.assistants),
	update(23, 'campaign', 'campaignId', ({ store }) => store.main.campaigns),
	update(24, 'mcpServer', 'mcpServerId', ({ store }) => store.main.mcpServers),
	update(25, 'phoneNumber', 'phoneNumberId', ({ store }) => store.main.numbers),
	update(26, 'toolTemplate', 'toolTemplateId', ({ store }) => store.main.toolTemplates),
	update(27, 'workflow', 'workflowId', ({ store }) => store.main.workflows),
];

const CALL: Form = {
	title: 'saved assistant with changes',
	kind: 28,
	resource: 'call',
	operation: 'start',
	inside: 'assistant',
	rows: ({ store }) => store.main.assistants,
	target: (id, index) => ({
		destination: destinationOf(index),
		assistantMode: 'savedWithChanges',
		assistantId: byId(id),
	}),
	fields: (fields) => fields.flatMap(forChangesOfCall),
};

/** What is shown for this mode, without the fields about the call itself. */
function forChangesOfCall({ displayOptions, ...field }: Field): Field[] {
	const modes = displayOptions?.show?.assistantMode;
	const isShown = modes === undefined || modes.includes('savedWithChanges');
	const isAboutAssistant = field.send === undefined || field.send.as.startsWith('assistant.');
	return isShown && isAboutAssistant && field.name !== 'additionalFields' ? [field] : [];
}

function destinationOf(index: number): string {
	return `+3161${String(index).padStart(7, '0')}`;
}

/** All forms in one run of n8n's engine: a node for each field, so that n8n fills in its presets. */
async function runAll(api: Sandbox, changes: OneChange[]) {
	const nodes = changes.map(
		({ form: { resource, operation }, parameters }, index): TestNode => ({
			name: `Node ${index}`,
			parameters: { resource, operation, ...parameters },
			onError: 'continueRegularOutput',
		}),
	);
	const { run } = await runWorkflow(nodes, { credential: credentialOf(api) });
	return changes.map((_change, index) => {
		const [items = []] = run.data.resultData.runData[`Node ${index}`]?.at(-1)?.data?.main ?? [];
		return items?.[0]?.json.error;
	});
}

/** Rows that fields refer to. */
function addTargets({ store: { main } }: Sandbox): void {
	main.trunks.push({ ...main.trunks[0], id: '5b0d1c2e-7777-4888-9999-aaaabbbbdddd' });
	main.workflows.push({ ...main.workflows[0], id: '0c9d8e7f-1234-4567-89ab-cdef0123aaaa' });
}

/** Fields that no form sets, filled so that losing them is seen. */
function baseOf(form: Form, api: Sandbox): IDataObject {
	const base = structuredClone(form.rows(api)[0]) as IDataObject;
	const blocks = ['llm_config', 'stt_config', 'tts_config', 'speech_config', 'analysis_plan'];
	const empty = blocks.filter((name) => name in base).map((name) => [name, {}]);
	return { ...base, name: 'Saved', ...Object.fromEntries(empty) };
}

function added(form: Form, api: Sandbox): OneChange[] {
	const changes = changesOf(form, baseOf(form, api));
	form.rows(api).push(...changes.map(({ saved }) => structuredClone(saved)));
	return changes;
}

test('each field of each form changes what it says and nothing else', async () => {
	const api = await startSandbox({ requestLimit: 100_000 });
	try {
		addTargets(api);
		const saved = FORMS.flatMap((form) => added(form, api));
		const called = added(CALL, api);
		const errors = await runAll(api, [...saved, ...called]);

		const after = (change: OneChange) =>
			change.form.rows(api).find((row) => (row as { id: string }).id === change.id);
		const onCall = (change: OneChange) => {
			const { body } = api.requests.find(
				({ body: sent }) =>
					sent !== null &&
					typeof sent === 'object' &&
					(sent as IDataObject).destination === change.parameters.destination,
			) ?? { body: {} };
			return { ...change.saved, ...((body as IDataObject).assistant_override as IDataObject) };
		};
		const wrong = [...saved, ...called].flatMap((change, index) => {
			const now = change.form === CALL ? onCall(change) : after(change);
			const found = differences({ ...change.saved, updated_at: 0 }, { ...now, updated_at: 0 });
			const isRight =
				errors[index] === undefined &&
				(found.length > 0 || change.staysSame) &&
				found.every((path) => path === change.differsAt || path.startsWith(`${change.differsAt}.`));
			return isRight
				? []
				: [{ title: change.title, error: errors[index], found, wanted: change.differsAt }];
		});
		expect(wrong).toEqual([]);
		expect(saved.length).toBeGreaterThan(130);
		expect(called.length).toBeGreaterThan(70);
	} finally {
		await api.close();
	}
});
