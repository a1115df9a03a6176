import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { resources } from '../../nodes/HmsSovereign/resources';
import type { Sandbox } from '../../sandbox';

const sandbox = useSandbox();

interface Refused {
	what: string;
	parameters: (api: Sandbox) => IDataObject;
	/** What has to be so before; the seed is of a small company whose campaign, trunk and numbers are in use. */
	given?: (api: Sandbox) => void;
	advice: RegExp;
}

const noResendKey = ({ store }: Sandbox) => delete store.main.providerKeys.resend;
const noDomain = ({ store }: Sandbox) => {
	store.main.providerKeys.resend = { secretId: 'secret', apiKey: 're_key' };
	store.main.domain = null;
};
const of = (resource: string, operation: string, more: IDataObject = {}) => ({
	resource,
	operation,
	...more,
});

const KEY = /Provider Key: Set, provider Resend/;

const REFUSED: Refused[] = [
	...['verify', 'refresh', 'getResendDomains'].map((operation) => ({
		what: `Domain: ${operation} without a Resend key`,
		given: noResendKey,
		parameters: () => of('domain', operation),
		advice: KEY,
	})),
	{
		what: 'Domain: Create without a Resend key',
		given: noResendKey,
		parameters: () => of('domain', 'create', { domainName: 'mail.example.com' }),
		advice: KEY,
	},
	{
		what: 'Domain: Select Resend Domain without a Resend key',
		given: noResendKey,
		parameters: () => of('domain', 'selectResendDomain', { resendDomainId: byId('x') }),
		advice: KEY,
	},
	...['verify', 'refresh', 'delete'].map((operation) => ({
		what: `Domain: ${operation} without a domain`,
		given: noDomain,
		parameters: () => of('domain', operation),
		advice: /Set one up with Domain: Create/,
	})),
	{
		what: 'Provider Key: Delete without a key',
		parameters: () => of('providerKey', 'delete', { provider: 'xai' }),
		advice: /nothing to delete\. Provider Key: Get shows/,
	},
	{
		what: 'Provider Key: Configure without a key',
		parameters: () => of('providerKey', 'configure', { provider: 'xai', config: '{"a":1}' }),
		advice: /Store a key of this provider first, with Provider Key: Set/,
	},
	{
		what: 'Campaign: Update of a campaign that is over',
		parameters: ({ store }) =>
			of('campaign', 'update', {
				campaignId: byId(store.ids.finishedCampaign),
				updateFields: { name: 'Again' },
			}),
		advice: /make a new one with Campaign: Create/,
	},
	{
		what: 'Campaign Lead: Create in a campaign that is over',
		parameters: ({ store }) =>
			of('campaignLead', 'create', {
				campaignId: byId(store.ids.finishedCampaign),
				phoneNumber: '+31612345678',
			}),
		advice: /make a new one with Campaign: Create/,
	},
	{
		what: 'Phone Number: Create of a number that is there',
		parameters: ({ store }) =>
			of('phoneNumber', 'create', { phoneNumber: store.main.numbers[0].phone_number }),
		advice: /Phone Number: Get Many shows it/,
	},
	{
		what: 'SIP Trunk: Delete of one that is in use',
		parameters: ({ store }) => of('sipTrunk', 'delete', { sipTrunkId: byId(store.ids.trunk) }),
		advice: /Detach it with Phone Number: Update, Clear Fields/,
	},
	{
		what: 'Assistant: Delete of one that is in use',
		parameters: ({ store }) =>
			of('assistant', 'delete', { assistantId: byId(store.ids.reception) }),
		advice: /detach it with Phone Number: Update, Clear Fields/,
	},
	{
		what: 'MCP Server: Delete of one that is in use',
		parameters: ({ store }) =>
			of('mcpServer', 'delete', { mcpServerId: byId(store.ids.mcpServer) }),
		advice: /Take it out of their tools with Assistant: Update/,
	},
	{
		what: 'Call: Start from a number without a trunk',
		given: ({ store }) => {
			for (const number of store.main.numbers) Object.assign(number, { is_active: false });
		},
		parameters: ({ store }) =>
			of('call', 'start', {
				destination: '+31612345678',
				assistantId: byId(store.ids.reception),
				phoneNumberId: byId(store.ids.mainLine),
			}),
		advice: /Choose another 'Phone Number' to call from.*dialled nobody/,
	},
];

test.each(REFUSED)('$what says what to do', async ({ parameters, given, advice }) => {
	const { api } = sandbox;
	given?.(api);
	const { error } = await runNode(parameters(api), { credential: sandbox.credential() });
	expect(error?.description).toMatch(advice);
	expect(error?.description).not.toMatch(/Correct the value and run|Pick it from the list/);
});

test('an advice names only operations and resources that the menu has', () => {
	const menu = new Set(
		resources.flatMap(({ name, operations }) => operations.map((one) => `${name}: ${one.name}`)),
	);
	const advised = resources.flatMap(({ operations }) =>
		operations.flatMap((operation) =>
			Object.values('request' in operation ? (operation.request?.advice ?? {}) : {}),
		),
	);
	const names = resources.map(({ name }) => name).join('|');
	const mentioned = advised.flatMap((text = '') =>
		[...text.matchAll(new RegExp(`(?:${names}): (?:[A-Z][a-z]+ ?)+`, 'g'))].map(([match]) =>
			match.trim(),
		),
	);
	expect(mentioned.length).toBeGreaterThan(10);
	expect(mentioned.filter((operation) => !menu.has(operation))).toEqual([]);
});
