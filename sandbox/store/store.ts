import { emptyOrganization } from './organization';
import { addCalls, addUsage } from './seed/calls';
import { IDS } from './seed/ids';
import { seedPractice } from './seed/index';
import type { Organization } from './types';

export const MAIN_ID = '1f0f9a70-3f0e-4b4e-9d63-0a8f6f5a1b11';
export const SECOND_ID = '2e1e8b61-4e1f-4c5f-8e74-1b9e7e6b2c22';

/** The whole state of the sandbox. Tests may read and change it directly. */
export class Store {
	organizations: Organization[] = [];

	/** Ids of the seeded rows. */
	readonly ids = IDS;

	/** @param publish makes a recording for a call and answers its link */
	constructor(seed: boolean, publish: (callId: string) => string) {
		const main = emptyOrganization(MAIN_ID, 'Tandartspraktijk De Linde');
		if (seed) seedPractice(main, publish);
		this.organizations.push(main, emptyOrganization(SECOND_ID, 'Installatiebedrijf Van Dam'));
	}

	/** Adds finished calls of the last 30 days to the main organization. */
	addCalls(count: number): void {
		addCalls(this.main, count);
	}

	/** Adds usage logs of the last 30 days to the main organization. */
	addUsage(count: number): void {
		addUsage(this.main, count);
	}

	/** The organization of `keys.main`. */
	get main(): Organization {
		return this.organization(MAIN_ID);
	}

	/** The organization of `keys.second`. */
	get second(): Organization {
		return this.organization(SECOND_ID);
	}

	organization(id: string): Organization {
		const found = this.organizations.find((org) => org.id === id);
		if (!found) throw new Error(`The sandbox has no organization ${id}`);
		return found;
	}

	childrenOf(id: string): Organization[] {
		return this.organizations.filter((org) => org.parent_org_id === id);
	}

	/** Child organizations use their parent's minutes (Whitelabel guide). */
	payerOf(org: Organization): Organization {
		return org.parent_org_id ? this.organization(org.parent_org_id) : org;
	}
}
