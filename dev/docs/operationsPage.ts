/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../nodes/HmsSovereign/resources';
import type { Operation, Resource } from '../../nodes/HmsSovereign/operation/operation';
import { API_OPERATIONS } from '../apiOperations';
import { declaredCalls } from '../menu';
import { ROOT, SCHEMA_FOLDER } from '../paths';
import { exampleOf } from './exampleOutput';
import { kindsOfValues } from './kinds';
import type { OutputSchema } from './outputSchema';
import { parameterRows, type Printed } from './parameterRows';

/** The page that is made here. */
export const DOCS_FILE = join(ROOT, 'docs/operations.md');

/** The operation reference, made from the node's menu and its output schemas. */
export function operationsPage(): string {
	const printed: Printed = new Map();
	return [
		intro(),
		...resources.flatMap((resource) => [
			`## ${resource.name}`,
			`${resource.description}.`,
			...resource.operations.map((operation) => section(resource, operation, printed)),
		]),
		leftOut(),
	].join('\n\n');
}

function intro(): string {
	const contents = resources.map(({ name, operations }) => {
		const links = operations.map((operation) => `\`${operation.name}\``).join(', ');
		return `- [${name}](#${anchor(name)}): ${links}`;
	});
	return [
		'# Operations',
		'<!-- Made by `npm run docs` from the node itself. Edits here are lost. -->',
		'Everything the HMS Sovereign node can do. Parameters marked with "List or ID" offer a searchable list, and take an ID or an expression as well. Every operation has **Options > Timeout (Seconds)**: how long to wait for an answer, 30 seconds unless changed.',
		contents.join('\n'),
		kindsOfValues(),
	].join('\n\n');
}

function section(resource: Resource, operation: Operation, printed: Printed): string {
	const { name, description, fields, options = [] } = operation;
	const notices = fields.filter(({ type }) => type === 'notice');
	const title = `${resource.name}: ${name}`;
	const rows = [
		...parameterRows(fields, title, printed),
		...parameterRows(options, title, printed).map(([row, ...cells]) => [
			`Options > ${row}`,
			...cells,
		]),
	];
	return [
		`### ${title}`,
		`${description.replace(/\.$/, '')}.`,
		...notices.map(({ displayName }) => `> ${displayName}`),
		`API: ${callsOf(operation)}`,
		rows.length === 0 ? 'No parameters.' : table(rows),
		'Output:',
		example(resource, operation),
	].join('\n\n');
}

function callsOf(operation: Operation): string {
	const made = declaredCalls(operation);
	return made.length === 0 ? 'none' : made.map((call) => `\`${call}\``).join(', ');
}

function table(rows: string[][]): string {
	const header = ['Parameter', 'Type', 'Required', 'Default', 'Description'];
	const lines = [header, header.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function example(resource: Resource, operation: Operation): string {
	const output = JSON.stringify(exampleOf(schemaOf(resource, operation), resource.value), null, 2);
	return `\`\`\`json\n${output}\n\`\`\``;
}

/** @throws Error naming the operation whose schema is not there or holds nothing */
function schemaOf(resource: Resource, operation: Operation): OutputSchema {
	const file = join(SCHEMA_FOLDER, resource.value, `${operation.value}.json`);
	if (existsSync(file)) {
		const schema = JSON.parse(readFileSync(file, 'utf8')) as OutputSchema;
		if ([schema.type].flat().includes('object')) return schema;
	}
	throw new Error(
		`"${resource.value}: ${operation.value}" has no output schema. Write a case for it in dev/cases, then run npm run schemas.`,
	);
}

function leftOut(): string {
	const rows = API_OPERATIONS.filter(({ leftOut: reason }) => reason !== undefined).map(
		({ method, path, leftOut: reason }) => `- \`${method} ${path}\`: ${reason}`,
	);
	return [
		'## Left out',
		'These operations of the API cannot be done from the node:',
		rows.join('\n'),
	]
		.join('\n\n')
		.concat('\n');
}

/** As GitHub makes them. */
function anchor(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.replace(/\s/g, '-');
}
