/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { join } from 'node:path';

import architecture from '../architecture.json';
import { ROOT } from '../paths';
import { between } from './marked';

export const ARCHITECTURE_FILE = join(ROOT, 'docs/architecture.md');

/** What each part imports from, by part. */
export type Parts = Record<string, string[]>;

export const PACKAGE_PARTS: Parts = architecture.package;
export const REPOSITORY_PARTS: Parts = architecture.repository;

/** Parts that are a file, not a folder. */
const FILES: Record<string, string> = {
	node: 'HmsSovereign.node.ts',
	trigger: 'HmsSovereignTrigger.node.ts',
};

/** The page with its two pictures as the import rules have them. */
export function withPictures(page: string): string {
	const inside = between(page, 'package', picture(PACKAGE_PARTS));
	return between(inside, 'repository', picture(REPOSITORY_PARTS));
}

function picture(parts: Parts): string {
	const arrows = Object.entries(parts).flatMap(([part, below]) =>
		below.map((other, index) => `\t${index === 0 ? labelled(part) : part} --> ${other}`),
	);
	return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

function labelled(part: string): string {
	return part in FILES ? `${part}["${FILES[part]}"]` : part;
}
