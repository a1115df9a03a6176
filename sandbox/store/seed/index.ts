import type { Organization } from '../types';
import { seedAssistants } from './assistants';
import { seedCalls } from './calls';
import { seedCampaigns } from './campaigns';
import { seedEquipment } from './equipment';

/**
 * Fills an organization with what a dental practice in Deventer would have after a few months:
 * three assistants, three numbers, a reminder campaign and the calls of the last 30 days. Ids and
 * figures are always the same; times are relative to now.
 *
 * @param publish makes a recording for a call and answers its link
 */
export function seedPractice(org: Organization, publish: (callId: string) => string): void {
	seedAssistants(org);
	seedEquipment(org);
	seedCalls(org, publish);
	seedCampaigns(org);
}
