/** Ids of the seed, for tests and examples that need a certain row. */
export const IDS = {
	reception: '17a0cb75-fa09-4bdd-9a44-92a70d829c88',
	reminders: '2b1e3b65-2c04-4fa2-a2d7-467901e98978',
	emergency: '3c2f4c76-3d15-4ab3-b3e8-578a12fa9a89',
	mainLine: '7f8a9b2c-3d4e-4f6a-8b8c-9d0e1f2a3b4c',
	reminderLine: '8a9b0c3d-4e5f-4a7b-9c9d-0e1f2a3b4c5d',
	emergencyLine: '9b0c1d4e-5f6a-4b8c-8d0e-1f2a3b4c5d6e',
	trunk: '5b0d1c2e-7777-4888-9999-aaaabbbbcccc',
	workflow: '0c9d8e7f-1234-4567-89ab-cdef01234567',
	mcpServer: '2f1c9a7e-4b3d-4e8a-9c21-6d5f0b7a8e13',
	campaign: 'cb0b9c1e-5a2f-4b0d-8a6e-2f0c3d4e5f60',
	finishedCampaign: 'dc1c0d2f-6b3a-4c1e-9b7f-3a1d4e5f6a71',
	toolTemplate: '550e8400-e29b-41d4-a716-446655440000',
	transferTemplate: '551e8400-e29b-41d4-a716-446655440001',
	analysisTemplate: '660e8400-e29b-41d4-a716-446655440000',
	qualityTemplate: '661e8400-e29b-41d4-a716-446655440001',
} as const;

/** The nth id of a long list, such as leads or usage logs: always the same. */
export const numberedId = (kind: number, index: number) =>
	`${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

const MINUTE_MS = 60_000;

export const minutesAgo = (minutes: number) =>
	new Date(Date.now() - minutes * MINUTE_MS).toISOString();

export const daysAgo = (days: number) => minutesAgo(days * 24 * 60);
