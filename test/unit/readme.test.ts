/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { API_OPERATIONS, OFFERED } from '../../dev/apiOperations';
import { filled, README } from '../../dev/docs/readme';
import { ROOT } from '../../dev/paths';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	engines: { node: string };
};

const PAGES = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'CHANGELOG.md',
	'sandbox/README.md',
	...readdirSync(join(ROOT, 'docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

/** As GitHub makes them from headings. */
function anchorsOf(page: string): string[] {
	return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-'),
	);
}

describe('the README', () => {
	const readme = read('README.md');

	it('has the operations and examples of today (`npm run docs`)', () => {
		expect(filled(readFileSync(README, 'utf8'))).toBe(readme);
	});

	it('counts the operations of the API right', () => {
		const inWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
		const chats = inWords[API_OPERATIONS.length - OFFERED.length];
		expect(readme).toContain(`All ${OFFERED.length} operations of the API`);
		expect(readme).toContain(`The ${chats} chat operations`);
	});

	it('shows every picture that there is, here or on another page', () => {
		const shown = PAGES.map(read).join('\n');
		const pictures = readdirSync(join(ROOT, 'docs/images'), { recursive: true, encoding: 'utf8' });
		const unused = pictures.filter(
			(file) => /\.\w+$/.test(file) && !shown.includes(`images/${file}`),
		);
		expect(unused).toEqual([]);
	});

	it('names the n8n versions that the tests run on', () => {
		const versions = [
			...read('dev/n8n/versions.mjs').matchAll(/version: '([\d.]+)',\n\tminimumNode: (\d+)/g),
		];
		expect(versions).toHaveLength(2);
		for (const [, version, node] of versions) {
			expect(readme).toContain(`${version} (Node ${node}`);
		}
	});

	it('names the oldest Node', () => {
		expect(read('CONTRIBUTING.md')).toContain(`Node ${engines.node.replace('>=', '')}`);
	});
});

describe.each(PAGES)('%s', (name) => {
	const page = read(name);

	it('links only to files and headings that exist', () => {
		const links = [...page.matchAll(/\]\((?!https?:|mailto:)([^)]+)\)/g)].map(([, link]) => link);
		const broken = links.filter((link) => {
			const [file, anchor] = link.split('#');
			const path = file === '' ? join(ROOT, name) : join(ROOT, dirname(name), file);
			if (!existsSync(path)) return true;
			return anchor !== undefined && !anchorsOf(readFileSync(path, 'utf8')).includes(anchor);
		});
		expect(broken).toEqual([]);
	});

	it('names only commands that exist', () => {
		const commands = [...page.matchAll(/`npm run ([\w:]+)/g)].map(([, command]) => command);
		expect(commands.filter((command) => !(command in scripts))).toEqual([]);
	});
});

describe('the troubleshooting page', () => {
	const source = ['nodes', 'credentials', 'sandbox/http', 'sandbox/schema']
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.ts'))
				.map((file) => read(join(folder, file))),
		)
		.join('\n')
		.replaceAll("\\'", "'");

	const titles = [...read('docs/troubleshooting.md').matchAll(/\*\*([^*]+)\*\*(?=,|$| \(|\n)/gm)]
		.map(([, title]) => title)
		.filter((title) => !title.startsWith('A text') && !title.startsWith('Options'));

	it('knows many errors', () => {
		expect(titles.length).toBeGreaterThan(12);
	});

	it.each(titles)('explains an error that the code has: %s', (title) => {
		const parts = title
			.split(/…|\(|\)|"|'': /)
			.map((part) => part.replace(/^'?: |[.' ]+$|^[ ']+/g, '').trim())
			.filter((part) => part.length > 5);
		expect(parts.filter((part) => !source.includes(part))).toEqual([]);
	});
});
