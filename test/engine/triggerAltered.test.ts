import { send, signed, eventBody, type Delivery } from './support/deliveries';
import { startTriggerHost, type TriggerHost } from './support/triggerHost';

const SECRET = 'whsec_of_the_test';
const COUNT = 2_400;
const SEED = 20_251_213;

let host: TriggerHost;

beforeAll(async () => {
	host = await startTriggerHost({
		parameters: { registration: 'manual', events: EVENTS },
		credential: () => ({ apiKey: 'fl_x', baseUrl: 'http://127.0.0.1:1', webhookSecret: SECRET }),
	});
});

afterAll(async () => await host.close());

const EVENTS = ['assistant-request', 'tool-calls', 'status-update', 'end-of-call-report'];

/** Random numbers that are the same in every run, so that a failure can be looked into (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

type Alteration = (delivery: Delivery, random: (below: number) => number) => Delivery;

const withHeader = (delivery: Delivery, name: string, value: string): Delivery => ({
	...delivery,
	headers: { ...delivery.headers, [name]: value },
});

const without = ({ body, headers }: Delivery, name: string): Delivery => ({
	body,
	headers: Object.fromEntries(Object.entries(headers).filter(([known]) => known !== name)),
});

const HEADERS = ['x-webhook-event', 'x-webhook-timestamp', 'x-webhook-signature'];
const STRANGE = [
	'',
	' ',
	'é',
	'\u0080',
	'null',
	'NaN',
	'-1',
	'1e9',
	'0x10',
	'9'.repeat(40),
	'[object Object]',
];
const UNICODE = ['\u0000', '\uFEFF', 'é', 'e\u0301', '‮', '😀', '\uD800'];

const ALTERATIONS: Record<string, Alteration> = {
	'a bit of the body flipped': ({ body, headers }, random) => {
		const changed = Buffer.from(body);
		changed[random(changed.length)] ^= 1 << random(8);
		return { body: changed, headers };
	},
	'a bit of the signature flipped': (delivery, random) => {
		const signature = delivery.headers['x-webhook-signature'];
		const at = 'sha256='.length + random(64);
		const digit = (parseInt(signature[at], 16) ^ (1 + random(15))).toString(16);
		return withHeader(
			delivery,
			'x-webhook-signature',
			signature.slice(0, at) + digit + signature.slice(at + 1),
		);
	},
	'the time moved': (delivery, random) => {
		const moved =
			Number(delivery.headers['x-webhook-timestamp']) + (1 + random(900)) * (random(2) ? 1 : -1);
		return withHeader(delivery, 'x-webhook-timestamp', String(moved));
	},
	'another event in the header': (delivery, random) => {
		const others = EVENTS.filter((event) => event !== delivery.headers['x-webhook-event']);
		return withHeader(delivery, 'x-webhook-event', others[random(others.length)]);
	},
	'a header missing': (delivery, random) => without(delivery, HEADERS[random(HEADERS.length)]),
	'two headers swapped': (delivery, random) => {
		const [a, b] = [HEADERS[random(3)], HEADERS[random(3)]];
		const { headers } = delivery;
		// A signature may be sent twice: one must fit.
		if (a === b) return withHeader(delivery, HEADERS[1], `${headers[HEADERS[1]]}, 0`);
		return withHeader(withHeader(delivery, a, headers[b]), b, headers[a]);
	},
	'a strange header': (delivery, random) =>
		withHeader(delivery, HEADERS[random(3)], encodeURI(STRANGE[random(STRANGE.length)])),
	'a part of the signature only': (delivery, random) =>
		withHeader(
			delivery,
			'x-webhook-signature',
			delivery.headers['x-webhook-signature'].slice(0, random(70)),
		),
	'the body cut off': ({ body, headers }, random) => ({
		body: body.subarray(0, random(body.length)),
		headers,
	}),
	'something after the body': ({ body, headers }, random) => ({
		body: Buffer.concat([body, Buffer.from([' ', '\n', '{}', '\u0000'][random(4)])]),
		headers,
	}),
	'other characters in the body': ({ body, headers }, random) => {
		const text = body.toString();
		const at = random(text.length);
		return {
			body: Buffer.from(text.slice(0, at) + UNICODE[random(UNICODE.length)] + text.slice(at)),
			headers,
		};
	},
	'the same JSON written differently': ({ body, headers }) => ({
		body: Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
		headers,
	}),
	'signed with another secret': (delivery, random) =>
		signed(
			delivery.headers['x-webhook-event'],
			delivery.body.toString(),
			`${SECRET}${random(1_000)}`,
		),
	'signed long ago or for later': (delivery, random) => {
		const seconds = Math.floor(Date.now() / 1000) + (310 + random(1e6)) * (random(2) ? 1 : -1);
		return signed(delivery.headers['x-webhook-event'], delivery.body.toString(), SECRET, seconds);
	},
	'no message, well signed': (delivery, random) => {
		const bodies = [
			'',
			'[]',
			'null',
			'"x"',
			'1',
			'{}',
			'{"message":null}',
			'{"message":[]}',
			'{"message":',
			'{"message":{"type":{}}}',
		];
		return signed(delivery.headers['x-webhook-event'], bodies[random(bodies.length)], SECRET);
	},
};

test(`none of ${COUNT} altered deliveries starts a workflow, each is refused with a 401 and a reason`, async () => {
	const random = randomNumbers(SEED);
	const kinds = Object.keys(ALTERATIONS);
	const wrong: string[] = [];
	for (let index = 0; index < COUNT; index += 40) {
		const batch = Array.from({ length: 40 }, (_, inBatch) => {
			const kind = kinds[(index + inBatch) % kinds.length];
			const event = EVENTS[random(EVENTS.length)];
			return { kind, altered: ALTERATIONS[kind](signed(event, eventBody(event), SECRET), random) };
		});
		await Promise.all(
			batch.map(async ({ kind, altered }) => {
				const { status, data } = await send(host.url, altered);
				if (status !== 401 || typeof data.error !== 'string') {
					wrong.push(
						`${kind}: ${status} ${JSON.stringify(data)} ${JSON.stringify(altered.headers)}`,
					);
				}
			}),
		);
	}
	expect(wrong).toEqual([]);
	expect(host.executions).toEqual([]);
}, 60_000);

test('a body of 15 MB is refused, or taken when it is genuine', async () => {
	const event = 'end-of-call-report';
	const body = eventBody(event, { summary: 'x'.repeat(15 * 1024 * 1024) });
	const genuine = signed(event, body, SECRET);
	expect(
		(await send(host.url, withHeader(genuine, 'x-webhook-timestamp', '1700000000'))).status,
	).toBe(401);
	const before = host.executions.length;
	expect((await send(host.url, genuine)).status).toBe(200);
	expect(host.executions).toHaveLength(before + 1);
});

test('a refusal is one warning with the reason, without the secret or the signature', async () => {
	const before = host.logs().length;
	const forged = signed('status-update', eventBody('status-update'), 'a guess');
	await send(host.url, forged);
	const lines = host.logs().slice(before);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(
		/^warn: HMS Sovereign Trigger refused a delivery: The signature does not match/,
	);
	expect(lines[0]).not.toContain(SECRET);
	expect(lines[0]).not.toContain(forged.headers['x-webhook-signature'].slice(7));
});
