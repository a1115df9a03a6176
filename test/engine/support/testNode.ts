/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Field, Operation, Resource } from '../../../nodes/HmsSovereign/operation/operation';
import { ROOT } from '../../../dev/paths';

type Description = typeof import('../../../nodes/HmsSovereign/runtime/description');
type RunOperation = typeof import('../../../nodes/HmsSovereign/runtime/runOperation');

/** Loads built code, by its path in dist/. A test's operations so share gates and memories with the node. */
export const requireBuilt = createRequire(join(ROOT, 'dist', 'from-here.js'));
const RUNTIME = './nodes/HmsSovereign/runtime';
const { nodeProperties } = requireBuilt(`${RUNTIME}/description`) as Description;
const { runOperation } = requireBuilt(`${RUNTIME}/runOperation`) as RunOperation;

/** Full name of the node type that `withOperations` makes. */
const TEST_NODE = 'test.operations';

/**
 * Options and parameters of a run whose node is our built runtime with operations that exist only in
 * the test, under the resource "thing".
 */
export function withOperations(operations: Operation[]) {
	const thing: Resource = {
		name: 'Thing',
		value: 'thing',
		description: 'Exists in tests only',
		singular: 'Thing',
		operations,
	};
	return { type: TEST_NODE, extraNodeTypes: { [TEST_NODE]: nodeOf([thing]) } };
}

function nodeOf(resources: Resource[]): INodeType {
	return {
		description: {
			displayName: 'Test Operations',
			name: 'operations',
			group: ['transform'],
			version: 1,
			description: 'Our runtime with operations of a test',
			defaults: { name: 'Test Operations' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'hmsSovereignApi', required: true }],
			properties: nodeProperties(resources),
		},
		async execute() {
			return await runOperation(this, resources);
		},
	};
}

/** The texts that an operation needs and no engine test looks at. */
export const texts = (value: string) => ({
	name: value,
	value,
	action: value,
	description: value,
});

/** A text parameter. */
export function textField(name: string, displayName: string, send: Field['send']): Field {
	return { displayName, name, type: 'string', default: '', send };
}

/** POST /organizations: a write whose repetition would leave a second organization behind. */
export const createThing: Operation = {
	...texts('create'),
	request: { method: 'POST', path: '/organizations' },
	fields: [textField('thingName', 'Thing Name', { in: 'body', as: 'name' })],
};

/** GET /things/{id}: the sandbox has none, so tests say what it answers. */
export const readThing: Operation = {
	...texts('read'),
	request: { method: 'GET', path: '/things/{id}' },
	fields: [textField('thingId', 'Thing', { in: 'path', as: 'id' })],
};

/** DELETE /things/{id} */
export const deleteThing: Operation = {
	...texts('delete'),
	request: { method: 'DELETE', path: '/things/{id}' },
	fields: [textField('thingId', 'Thing', { in: 'path', as: 'id' })],
};
