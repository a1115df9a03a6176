/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { loadPackage } from './engine/nodeTypes';

/** The names people's workflows hold, as of the last change that was meant. */
export const RECORD = join(__dirname, 'publishedNames.txt');

/**
 * Every name that a saved workflow can hold, of the built package: parameters with type and default, and
 * option values, by the resource and operation they are shown for.
 *
 * @returns one line each, sorted
 */
export async function publishedNames(): Promise<string[]> {
	const { nodeTypes, credentialTypes } = await loadPackage();
	const nodes = Object.entries(nodeTypes).flatMap(([name, type]) => {
		const { version, properties } = NodeHelpers.getVersionedNodeType(type).description;
		return namesOf(`node ${name} v${String(version)}`, properties);
	});
	const credentials = Object.values(credentialTypes).flatMap(({ name, properties }) =>
		namesOf(`credential ${name}`, properties),
	);
	return [...new Set([...nodes, ...credentials])].sort();
}

/** What was recorded, in the same form. */
export function recordedNames(): string[] {
	return readFileSync(RECORD, 'utf8').trim().split('\n');
}

type Option = INodePropertyOptions | INodeProperties | INodePropertyCollection;

function namesOf(owner: string, properties: INodeProperties[]): string[] {
	return properties.flatMap((property) =>
		placesOf(property).flatMap((place) => {
			const path = `${owner} > ${place}${property.name}`;
			const line = `${path}: ${property.type} = ${JSON.stringify(property.default)}`;
			const options: Option[] = property.options ?? [];
			return [line, ...options.flatMap((option) => optionNames(path, option))];
		}),
	);
}

function optionNames(path: string, option: Option): string[] {
	if ('values' in option) return namesOf(`${path} > ${option.name}`, option.values);
	if ('type' in option) return namesOf(path, [option]);
	return [`${path} > ${JSON.stringify(option.value)}`];
}

/** `call > start > ` for each operation that shows the parameter. */
function placesOf({ displayOptions: { show = {} } = {} }: INodeProperties): string[] {
	const { resource = show['/resource'] ?? [''], operation = show['/operation'] ?? [''] } = show;
	return resource.flatMap((one) =>
		operation.map((two) =>
			[one, two].map((name) => (name === '' ? '' : `${String(name)} > `)).join(''),
		),
	);
}
