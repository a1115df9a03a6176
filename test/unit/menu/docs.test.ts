/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';

import { DOCS_FILE, operationsPage } from '../../../dev/docs/operationsPage';
import { allOperations } from '../../../dev/menu';

test('docs/operations.md is what `npm run docs` makes of today’s node', () => {
	expect(readFileSync(DOCS_FILE, 'utf8')).toBe(operationsPage());
});

describe('the operation reference', () => {
	const page = operationsPage();

	test.each(
		allOperations().map(({ resource, operation }) => `${resource.name}: ${operation.name}`),
	)('has a section on %s', (title) => {
		expect(page).toContain(`\n### ${title}\n`);
	});

	test('says that the chat operations are left out, and why', () => {
		expect(page).toMatch(/`POST \/chats`: .*deprecated/);
		expect(page).toMatch(/`DELETE \/chats\/\{id\}`: .*deprecated/);
	});
});
