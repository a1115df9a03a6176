/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs in tests only, never in n8n */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	ARCHITECTURE_FILE,
	PACKAGE_PARTS,
	REPOSITORY_PARTS,
	withPictures,
	type Parts,
} from '../../dev/docs/architecturePage';
import { ROOT } from '../../dev/paths';

/** The parts of dependency-cruiser's report that matter here. */
interface Report {
	modules: Array<{ source: string; dependencies: Array<{ resolved: string }> }>;
	summary: { violations: Array<{ rule: { name: string }; from: string; to: string }> };
}

const FOLDERS = ['nodes', 'credentials', 'sandbox', 'dev', 'scripts', 'test', 'bench'];
const NODES = 'nodes/HmsSovereign';

let report: Report;

beforeAll(() => {
	const command = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const args = [command, '--config', '.dependency-cruiser.js', '-T', 'json', ...FOLDERS];
	const { stdout } = spawnSync(process.execPath, args, {
		cwd: ROOT,
		encoding: 'utf8',
		maxBuffer: 100e6,
	});
	report = JSON.parse(stdout) as Report;
});

describe('imports', () => {
	test('run one way, types included', () => {
		expect(report.modules.length).toBeGreaterThan(400);
		// What is meant stands in dev/architecture.json; `npm run docs` draws the picture anew.
		expect(
			report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
		).toEqual([]);
	});

	test.each([
		['package', PACKAGE_PARTS, partInPackage],
		['repository', REPOSITORY_PARTS, partInRepository],
	])('are all there that the table of the %s allows', (_, parts, partOf) => {
		const used = new Set(
			report.modules.flatMap(({ source, dependencies }) =>
				dependencies.map(({ resolved }) => `${partOf(source)} --> ${partOf(resolved)}`),
			),
		);
		expect(arrowsOf(parts).filter((arrow) => !used.has(arrow))).toEqual([]);
	});
});

describe('the architecture page', () => {
	const page = readFileSync(ARCHITECTURE_FILE, 'utf8');

	test('shows what the table allows (`npm run docs`)', () => {
		expect(withPictures(page)).toBe(page);
	});

	test('names every folder, and none that is not there', () => {
		const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, folder]) => folder);
		const folders = readdirSync(join(ROOT, NODES), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		expect(named.sort()).toEqual(folders.sort());
	});

	test('names only files that exist', () => {
		const names = [...page.matchAll(/`([\w.]+\/[\w./]+\.(?:ts|json))`/g)].map(([, name]) => name);
		expect(names.length).toBeGreaterThan(5);
		const isThere = (name: string) => [NODES, '.'].some((at) => existsSync(join(ROOT, at, name)));
		expect(names.filter((name) => !isThere(name))).toEqual([]);
	});
});

function arrowsOf(parts: Parts): string[] {
	return Object.entries(parts).flatMap(([from, below]) => below.map((to) => `${from} --> ${to}`));
}

function partInPackage(file: string): string {
	if (file.startsWith('credentials/')) return 'credentials';
	if (!file.startsWith(NODES)) return 'elsewhere';
	const [first] = file.slice(NODES.length + 1).split('/');
	if (first === 'HmsSovereign.node.ts') return 'node';
	return first === 'HmsSovereignTrigger.node.ts' ? 'trigger' : first;
}

function partInRepository(file: string): string {
	const [folder] = file.split('/');
	return ['nodes', 'credentials'].includes(folder) ? 'package' : folder;
}
