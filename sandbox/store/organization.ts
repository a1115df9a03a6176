import type { Organization } from './types';

/** An organization that owns nothing yet, with the starting balance of the Authentication page. */
export function emptyOrganization(id: string, name: string, minutesBalance = 500): Organization {
	return {
		id,
		name,
		email: `info@${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
		minutes_balance: minutesBalance,
		parent_org_id: null,
		created_at: new Date().toISOString(),
		retention: { content_retention_days: 90, metadata_retention_days: 365 },
		assistants: [],
		calls: [],
		numbers: [],
		campaigns: [],
		leads: [],
		usage: [],
		trunks: [],
		trunkPasswords: {},
		providerKeys: {},
		providerConfigs: {},
		domain: null,
		resendDomains: [],
		toolTemplates: [],
		analysisTemplates: [],
		workflows: [],
		mcpServers: [],
	};
}
