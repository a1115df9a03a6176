/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n */
import { readdirSync } from 'node:fs';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { readExample } from '../../dev/n8n/examples';
import { HmsSovereign } from '../../nodes/HmsSovereign/HmsSovereign.node';

const files = readdirSync('examples').filter((file) => file.endsWith('.json'));
const { properties } = new HmsSovereign().description;

/** What a text for Slack may hold unescaped: figures, words of the API's own, and texts written here. */
const HARMLESS =
	/^\s*(\$json\.(minutes_balance|monthly_usage_minutes|duration_seconds|completed_leads|failed_leads|total_leads|leads_called|leads_open|total_minutes|total_cost)|\$\('Yesterday'\)\.item\.json\.total_\w+|\$today\..*|Object\.entries\(\$json\.outcomes\).*)\s*$/s;

describe.each(files)('%s', (file) => {
	const { nodes } = readExample(file);

	it('escapes what others wrote before it goes to Slack', () => {
		const texts = nodes
			.filter(({ type }) => /slack/i.test(type))
			.map(({ parameters }) => String(parameters?.text ?? parameters?.message ?? ''));
		const unescaped = texts
			.flatMap((text) => [...text.matchAll(/\{\{(.*?)\}\}(?!\})/gs)].map(([, inner]) => inner))
			.filter((inner) => !inner.includes('.replace(/&/g') && !HARMLESS.test(inner));
		expect(unescaped).toEqual([]);
	});

	it('uses only parameters that the node has', () => {
		const ours = nodes.filter(({ type }) => /hmsSovereign$/.test(type));
		const unknown = ours.flatMap(({ name, parameters = {} }) =>
			Object.entries(parameters as IDataObject).flatMap(([key, value]) => {
				const fitting = properties.filter((property) => property.name === key && fits(property));
				if (fitting.length === 0) return [`${name}: ${key}`];
				const isCollection = fitting.some(({ type }) => type === 'collection');
				const known = fitting.flatMap(({ options = [] }) => options.map((one) => one.name));
				return isCollection
					? Object.keys(value as IDataObject)
							.filter((inner) => !known.includes(inner))
							.map((inner) => `${name}: ${key}.${inner}`)
					: [];

				function fits({ displayOptions }: INodeProperties): boolean {
					const { resource, operation } = parameters as IDataObject;
					const show = displayOptions?.show ?? {};
					const allows = (wanted: unknown[] | undefined, one: unknown) =>
						wanted === undefined || wanted.includes(one);
					return allows(show.resource, resource) && allows(show.operation, operation);
				}
			}),
		);
		expect(unknown).toEqual([]);
	});
});
