/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../nodes/HmsSovereign/resources';
import { ROOT } from '../paths';
import { between } from './marked';

export const README = join(ROOT, 'README.md');

interface Workflow {
	name: string;
	nodes: Array<{ name: string; parameters: { content?: string } }>;
}

/**
 * Fills the parts of the README that are made: the table of operations from the node's menu, the gallery
 * from the example workflows.
 *
 * @param readme its text, with `<!-- operations -->` … `<!-- /operations -->` and the same for examples
 */
export function filled(readme: string): string {
	return between(between(readme, 'operations', operationsTable()), 'examples', gallery());
}

function operationsTable(): string {
	const rows = resources.map(({ name, operations }) => {
		const anchor = name
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-');
		const names = operations.map((operation) => operation.name).join(', ');
		return `| [${name}](docs/operations.md#${anchor}) | ${names} |`;
	});
	return ['| resource | operations |', '| --- | --- |', ...rows].join('\n');
}

function gallery(): string {
	const files = readdirSync(join(ROOT, 'examples')).filter((file) => file.endsWith('.json'));
	return files
		.map((file) => {
			const { name, nodes } = JSON.parse(
				readFileSync(join(ROOT, 'examples', file), 'utf8'),
			) as Workflow;
			const picture = `docs/images/examples/${file.replace('.json', '.png')}`;
			return `### [${name}](examples/${file})\n\n${summaryOf(file, nodes)}\n\n![${name}](${picture})`;
		})
		.join('\n\n');
}

/** Each example explains itself in a sticky note; its first paragraph is the summary. */
function summaryOf(file: string, nodes: Workflow['nodes']): string {
	const note = nodes.find(({ name }) => name === 'Read me')?.parameters.content ?? '';
	const summary = note.split('\n').find((line) => line !== '' && !line.startsWith('#'));
	if (summary === undefined)
		throw new Error(`${file} has no note "Read me" that says what it does`);
	return summary;
}
