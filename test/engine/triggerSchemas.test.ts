/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readDelivery } from '../../nodes/HmsSovereign/webhook/delivery/events';
import { outputOf } from '../../nodes/HmsSovereign/webhook/delivery/output';
import { useSandbox } from '../../dev/engine/sandbox';

const FOLDER = join(__dirname, '../../nodes/HmsSovereign/__schema__');
const OF_EVENTS = join(FOLDER, 'v1.0.0/hmsSovereignTrigger');

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

const read = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8')) as Schema;

const FILES: Record<string, string> = {
	'assistant-request': 'assistantRequest.json',
	'tool-calls': 'toolCalls.json',
	'status-update': 'statusUpdate.json',
	'end-of-call-report': 'endOfCallReport.json',
};

const sandbox = useSandbox({ callSpeed: 600 });

/** Paths at which a value is not what the schema says. */
function mistakes(value: unknown, { type, properties, items }: Schema, path: string): string[] {
	const types = Array.isArray(type) ? type : [type];
	if (!types.includes(typeOf(value)) && !(types.includes('integer') && Number.isInteger(value))) {
		return [`${path} is ${typeOf(value)}`];
	}
	if (Array.isArray(value) && items !== undefined) {
		return value.flatMap((entry, index) => mistakes(entry, items, `${path}[${index}]`));
	}
	if (properties === undefined || typeof value !== 'object' || value === null) return [];
	return Object.entries(value as IDataObject).flatMap(([name, inner]) =>
		name in properties ? mistakes(inner, properties[name], `${path}.${name}`) : [],
	);
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

test('the schema of the node has the fields of all events', () => {
	const all = readdirSync(OF_EVENTS).map((file) => read(OF_EVENTS, file).properties);
	expect(read(FOLDER, 'v1.0.0.json').properties).toEqual(Object.assign({}, ...all.reverse()));
});

test('every event of a call has the fields that its schema names, and no others', async () => {
	const { api } = sandbox;
	// Nobody listens there; what was sent is recorded all the same.
	api.webhooks.account = { url: 'http://127.0.0.1:9/' };
	api.calls.script({
		toolCalls: [{ name: 'lookup_order', arguments: { order_number: '1042' } }],
		outcome: 'ended-with-error',
		error: 'STT connection failed',
		analysis: { sentiment: 8 },
	});
	const { reception, emergency } = api.store.ids;
	for (const assistantId of [reception, emergency]) {
		await api.calls.finished(api.calls.ring({ from: '+31612345678', assistantId }).id);
	}

	const seen = new Set<string>();
	for (const { event, rawBody } of api.webhooks.deliveries) {
		const delivery = readDelivery(Buffer.from(rawBody), event);
		if (typeof delivery === 'string') throw new Error(delivery);
		if ('unknownEvent' in delivery) throw new Error(delivery.unknownEvent);
		const output = outputOf(delivery, true);
		const schema = read(OF_EVENTS, FILES[event]);
		expect(mistakes(output, schema, event)).toEqual([]);
		expect(Object.keys(schema.properties ?? {})).toEqual(
			expect.arrayContaining(Object.keys(output)),
		);
		seen.add(event);
	}
	expect([...seen].sort()).toEqual(Object.keys(FILES).sort());
});
