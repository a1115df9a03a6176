import type { Call, CallStatus, Message, Organization, UsageLog } from '../types';
import { IDS, minutesAgo, numberedId } from './ids';

const MINUTES_OF_30_DAYS = 30 * 24 * 60;
const SEEDED_CALLS = 130;

const TOPICS: Array<[topic: string, summary: string, question: string, answer: string]> = [
	[
		'Opening hours',
		'Asked about the opening hours on Saturday.',
		'Bent u zaterdag open?',
		'Zaterdag zijn wij open van negen tot een.',
	],
	[
		'Schedule appointment',
		'Made an appointment for a check-up next Tuesday at 10:30.',
		'Kan ik een controle inplannen?',
		'Dinsdag om half elf is nog vrij.',
	],
	[
		'Reschedule appointment',
		'Moved the appointment from Monday to Thursday afternoon.',
		'Ik kan maandag niet.',
		'Donderdagmiddag om twee uur kan ook.',
	],
	[
		'Pain',
		'Has had toothache since yesterday; was given an emergency slot.',
		'Ik heb sinds gisteren kiespijn.',
		'U kunt vanmiddag om vier uur komen.',
	],
	[
		'Invoice',
		'Asked for a copy of the invoice of last month.',
		'Kan ik de factuur nog een keer krijgen?',
		'Die sturen wij u vandaag per e-mail.',
	],
];

/** Most calls end well; every 16 calls have one of each other kind. */
const STATUSES: CallStatus[] = [
	...new Array<CallStatus>(11).fill('ended'),
	'transferred',
	'failed',
	'ended-with-error',
	'rejected',
	'insufficient-credits',
];

/** The calls of the last 30 days, the newest one some minutes ago, with their usage logs. */
export function seedCalls(org: Organization, publish: (callId: string) => string): void {
	addCalls(org, SEEDED_CALLS, publish);
	for (const call of org.calls)
		if (call.started_at) org.usage.push(usageOf(call, org.usage.length));
}

/**
 * Adds calls that are spread evenly over the last 30 days.
 *
 * @param publish makes the recording of a call; without it the calls have none
 */
export function addCalls(
	org: Organization,
	count: number,
	publish?: (callId: string) => string,
): void {
	const first = org.calls.length;
	for (let index = 0; index < count; index += 1) {
		const age = Math.round((MINUTES_OF_30_DAYS * (count - index)) / (count + 1)) + 5;
		org.calls.push(pastCall(org, first + index, minutesAgo(age), publish));
	}
	org.calls.sort((a, b) => a.created_at.localeCompare(b.created_at));
}

/** Adds usage logs that are spread evenly over the last 30 days. */
export function addUsage(org: Organization, count: number): void {
	const first = org.usage.length;
	for (let index = 0; index < count; index += 1) {
		const age = Math.round((MINUTES_OF_30_DAYS * (count - index)) / (count + 1)) + 5;
		const call = pastCall(org, first + index, minutesAgo(age));
		org.usage.push({ ...usageOf(call, first + index), created_at: call.created_at });
	}
	org.usage.sort((a, b) => a.created_at.localeCompare(b.created_at));
}

function usageOf(call: Call, index: number): UsageLog {
	return {
		id: numberedId(0x105, index),
		duration_sec: call.duration_seconds ?? 0,
		call_type: call.direction === 'web' ? 'web' : 'phone',
		phone_number: call.phone_number,
		agent_name: call.agent_name,
		business_name: call.business_name,
		created_at: call.ended_at ?? call.created_at,
	};
}

function pastCall(
	org: Organization,
	index: number,
	createdAt: string,
	publish?: (callId: string) => string,
): Call {
	const status = STATUSES[(index * 7) % STATUSES.length];
	const answered = ['ended', 'transferred', 'ended-with-error'].includes(status);
	const customer = `+316${20_000_000 + ((index * 104_729) % 70_000_000)}`;
	const outbound = index % 4 === 3;
	const number = org.numbers.find(({ id }) => id === (outbound ? IDS.reminderLine : IDS.mainLine));
	const assistant = org.assistants.find(({ id }) => id === number?.agent_id);
	const id = `call-_${customer}_${index.toString(36).padStart(12, 'x')}`;
	const duration = answered ? 25 + ((index * 37) % 240) : 0;
	return {
		id,
		caller_phone: customer,
		assistant_phone: number?.phone_number ?? null,
		status,
		direction: outbound ? 'outbound' : 'inbound',
		end_reason: status === 'ended' ? 'user_hangup' : status,
		error: status === 'ended-with-error' ? 'STT connection failed' : null,
		started_at: answered ? after(createdAt, 4) : null,
		ended_at: after(createdAt, 4 + duration),
		duration_seconds: duration,
		...contents(index, answered && !outbound, answered),
		room_name: null,
		recording_url: answered && publish && index % 3 === 0 ? publish(id) : null,
		agent_id: assistant?.id ?? null,
		number_id: number?.id ?? null,
		agent_name: assistant?.name ?? null,
		business_name: assistant?.business_name ?? null,
		phone_number: number?.phone_number ?? null,
		created_at: createdAt,
		updated_at: after(createdAt, 10 + duration),
	};
}

function contents(index: number, analysed: boolean, answered: boolean) {
	if (!answered) return { summary: null, analysis_result: null, messages: null };
	const [topic, summary, question, answer] = TOPICS[index % TOPICS.length];
	const messages: Message[] = [
		{ role: 'assistant', content: 'Tandartspraktijk De Linde, goedendag.' },
		{ role: 'user', content: question },
		{ role: 'assistant', content: answer },
		{ role: 'user', content: 'Dank u wel, tot ziens.' },
	];
	const analysis = { sentiment: 5 + (index % 5), primary_topic: topic, question_answered: true };
	return { summary, analysis_result: analysed ? analysis : null, messages };
}

const after = (moment: string, seconds: number) =>
	new Date(Date.parse(moment) + seconds * 1000).toISOString();
