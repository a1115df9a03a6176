/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';
import { WORDS_PEOPLE_TYPE } from '../../e2e/support/wordsPeopleType';

interface Codex {
	alias: string[];
	categories: string[];
}

const codexOf = (node: string) =>
	JSON.parse(readFileSync(`nodes/HmsSovereign/${node}.node.json`, 'utf8')) as Codex;

const action = codexOf('HmsSovereign');
const trigger = codexOf('HmsSovereignTrigger');

/** n8n looks for what was typed in the name and in these words; typed in the browser by newcomer.test.ts. */
describe('the search of the editor', () => {
	test.each(WORDS_PEOPLE_TYPE)('finds the node by "%s"', (words) => {
		expect(action.alias.some((alias) => alias.includes(words))).toBe(true);
	});

	test('shows action node and trigger as one entry, so both have the same words', () => {
		expect(trigger.alias).toEqual(action.alias);
		expect(trigger.categories).toEqual(action.categories);
	});
});
