import type { IDataObject } from 'n8n-workflow';

import type { Fault, Sandbox } from '../../../sandbox';
import { startSandbox } from '../../../sandbox';
import type { NodeRunOptions, RunResult } from '../../../dev/engine/engine';
import { runNode } from '../../../dev/engine/engine';
import { credentialOf } from '../../../dev/engine/sandbox';
import { createThing, deleteThing, readThing, withOperations } from './testNode';

/** A run of three items of which the second, at index 1, meets the fault. */
export interface Failure {
	does: 'read' | 'create' | 'delete';
	fault: Fault;
	/** Node parameters beside the operation's own. */
	parameters?: IDataObject;
}

export interface FailedRun extends RunResult {
	api: Sandbox;
}

const INPUTS = {
	read: ['first', 'bad', 'third'],
	create: ['First Ltd', 'Bad Ltd', 'Third Ltd'],
	delete: ['first', 'bad', 'third'],
};

/** Runs the failure against a sandbox of its own, which is closed when this returns. */
export async function runFailure(
	{ does, fault, parameters }: Failure,
	options: Partial<NodeRunOptions> = {},
): Promise<FailedRun> {
	const api = await startSandbox();
	addFaults(api, does, fault);
	try {
		const result = await runNode(
			{ resource: 'thing', operation: does, ...ID_PARAMETERS, ...parameters },
			{
				...withOperations([readThing, createThing, deleteThing]),
				credential: credentialOf(api),
				input: INPUTS[does].map((id) => ({ id })),
				...options,
			},
		);
		return Object.assign(result, { api });
	} finally {
		await api.close();
	}
}

const ID_PARAMETERS = { thingId: '={{ $json.id }}', thingName: '={{ $json.id }}' };

function addFaults(api: Sandbox, does: Failure['does'], fault: Fault): void {
	if (does === 'create') {
		api.faults.add({ skip: 1, ...fault });
		return;
	}
	api.faults.add({ path: '/things/bad', times: Infinity, ...fault });
	const body = { id: 'answered', name: 'Answered' };
	api.faults.add({ kind: 'status', status: 200, body, path: /^\/things/, times: Infinity });
}

/** A row of an error table: what users read when a request fails that way. */
export interface FailureRow extends Failure {
	when: string;
	message: string;
	/** The description's first part: what to do. */
	advice: string;
	/** Absent: there was no answer. */
	status?: number;
	/** How often the failing item's request was sent; default: once. */
	sent?: number;
}

/** Runs all rows at once, since many of them wait, and makes a test of each. */
export function describeFailures(rows: FailureRow[]): void {
	const runs = new Map<FailureRow, FailedRun>();
	beforeAll(async () => {
		await Promise.all(rows.map(async (row) => runs.set(row, await runFailure(row))));
	}, 60_000);

	test.each(rows)('$does: $when', (row) => {
		const run = runs.get(row);
		expect(run?.error).toMatchObject({
			name: 'NodeApiError',
			message: row.message,
			description: descriptionOf(row, run?.api),
			httpCode: row.status === undefined ? null : String(row.status),
			context: { itemIndex: 1 },
		});
		expect(run?.api.requests.filter(isOfFailingItem)).toHaveLength(row.sent ?? 1);
	});
}

function descriptionOf({ does, advice, status }: FailureRow, api: Sandbox | undefined): string {
	const first = api?.store.organizations.find(({ name }) => name === 'First Ltd')?.id ?? 'first';
	const before = does === 'read' ? '' : ` 1 item was carried out before this one: ${first}.`;
	const request = {
		read: 'GET /things/bad',
		create: 'POST /organizations',
		delete: 'DELETE /things/bad',
	}[does];
	const answer = status === undefined ? 'was not answered' : `was answered with ${status}`;
	return `${advice}${before} ${request} ${answer} (item 1).`;
}

function isOfFailingItem({ path, rawBody }: Sandbox['requests'][number]): boolean {
	return path === '/things/bad' || rawBody.includes('Bad Ltd');
}
