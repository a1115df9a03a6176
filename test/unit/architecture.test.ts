/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const NODES = join(ROOT, 'nodes/HmsSovereign');
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

/** The part of the picture that a file belongs to. */
function partOf(file: string): string {
	const path = relative(NODES, file);
	if (path.startsWith('HmsSovereignTrigger.')) return 'trigger';
	if (path.startsWith('HmsSovereign.')) return 'node';
	return path.split('/')[0];
}

/** Every import between two parts that leaves something in the compiled code: `from --> to`. */
function importsInCode(): Map<string, string> {
	const found = new Map<string, string>();
	for (const name of readdirSync(NODES, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.ts')) continue;
		const file = join(NODES, name);
		const source = readFileSync(file, 'utf8');
		for (const [statement, path] of source.matchAll(
			/^(?:import|export)\s[^;]*?from '(\.[^']+)';/gm,
		)) {
			if (/^(import|export) type\s/.test(statement)) continue;
			const arrow = `${partOf(file)} --> ${partOf(resolve(dirname(file), path))}`;
			found.set(arrow, `${name}: ${statement}`);
		}
	}
	return found;
}

const drawn = [...page.matchAll(/^\t(\w+)(?:\[[^\]]*\])? --> (\w+)/gm)].map(
	([, from, to]) => `${from} --> ${to}`,
);

describe('the architecture page', () => {
	const inCode = importsInCode();
	const between = [...inCode.keys()].filter((arrow) => {
		const [from, to] = arrow.split(' --> ');
		return from !== to;
	});

	it('draws every import between two parts', () => {
		const missing = between.filter((arrow) => !drawn.includes(arrow));
		expect(missing.map((arrow) => `${arrow} (${inCode.get(arrow)})`)).toEqual([]);
	});

	it('draws nothing that the code does not do', () => {
		expect(drawn.filter((arrow) => !between.includes(arrow))).toEqual([]);
	});

	it('has no circle, so a change looks one way', () => {
		const reaches = (from: string, goal: string): boolean =>
			drawn.some((arrow) => {
				const [start, end] = arrow.split(' --> ');
				return start === from && (end === goal || reaches(end, goal));
			});
		const parts = new Set(drawn.flatMap((arrow) => arrow.split(' --> ')));
		expect([...parts].filter((part) => reaches(part, part))).toEqual([]);
	});

	it('names every folder, and none that is not there', () => {
		const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, folder]) => folder);
		const folders = readdirSync(NODES, { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		expect(named.sort()).toEqual(folders.sort());
	});

	it('names only files that exist', () => {
		const files = [...page.matchAll(/`((?:runtime|api|test\/unit)\/[\w.]+\.ts)`/g)].map(
			([, file]) => file,
		);
		expect(files.length).toBeGreaterThan(5);
		for (const file of files) {
			const path = join(file.startsWith('test/') ? ROOT : NODES, file);
			expect(() => readFileSync(path)).not.toThrow();
		}
	});
});
