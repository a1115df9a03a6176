import { isLive } from './status';

/** How a call went, in one word. */
export type CallOutcome =
	| 'answered'
	| 'failed'
	| 'in-progress'
	| 'no-credits'
	| 'not-reached'
	| 'rejected'
	| 'transferred'
	| 'voicemail';

/** All of them, in the order in which people read a list. */
export const CALL_OUTCOMES: CallOutcome[] = [
	'answered',
	'failed',
	'in-progress',
	'no-credits',
	'not-reached',
	'rejected',
	'transferred',
	'voicemail',
];

/** What decides, by the API's names: of a call (API docs: Calls) or of an event (API docs: Webhooks). */
export interface CallFacts {
	status?: unknown;
	/** When the call was answered; null when nobody did, left out of events that do not say. */
	started_at?: unknown;
	duration_seconds?: unknown;
	summary?: unknown;
	/** `inbound`, `outbound`, `web`; events have `inbound_phone_call` and so on in `call.type`. */
	direction?: unknown;
}

/** Statuses that say it all (API docs: Calls). */
const BY_STATUS: Record<string, CallOutcome> = {
	'ended-with-error': 'failed',
	failed: 'failed',
	'insufficient-credits': 'no-credits',
	rejected: 'rejected',
	transferred: 'transferred',
};

/** How the summary of such a call begins; the API has no field for it (API docs: Voicemail detection). */
const VOICEMAIL_SUMMARY = 'Voicemail detected.';

/**
 * How a call went, by documented facts only.
 *
 * @returns null for a status that the API's documentation does not know: it is not guessed what it means
 */
export function callOutcome(call: CallFacts): CallOutcome | null {
	const status = String(call.status);
	if (isLive(status)) return 'in-progress';
	if (status !== 'ended') return Object.hasOwn(BY_STATUS, status) ? BY_STATUS[status] : null;
	if (!wasAnswered(call)) return 'not-reached';
	return reachedVoicemail(call) ? 'voicemail' : 'answered';
}

/** Events may leave out when the call was answered, but always say how long it was. */
function wasAnswered({ started_at: answeredAt, duration_seconds: seconds }: CallFacts): boolean {
	if (answeredAt === undefined) return Number(seconds) > 0;
	return typeof answeredAt === 'string' && answeredAt !== '';
}

/** Only calls that go out are listened to for a voicemail (API docs: Voicemail detection). */
function reachedVoicemail({ summary, direction }: CallFacts): boolean {
	const goesOut = typeof direction !== 'string' || direction.startsWith('outbound');
	return (
		goesOut && typeof summary === 'string' && summary.trimStart().startsWith(VOICEMAIL_SUMMARY)
	);
}
