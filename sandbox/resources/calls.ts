import { bare, list } from '../http/answers';
import { badRequest, notFound, rateLimited } from '../http/errors';
import { secondsUntilReset } from '../http/rateLimit';
import { route, type AnyRoute } from '../http/route';
import { bool, fields, oneOf, pattern, required, text, variant } from '../schema/rules';
import { outboundCall, placeCall } from './outboundCall';
import { between, find, page, pageQuery } from './common';

const sipOrPhone = pattern(
	/^(\+[1-9]\d{1,14}|sips?:[^\s@]+@[^\s@]+)$/,
	'must be a phone number in E.164 format or a SIP URI',
);

/** Commands of the Call Control page; the two booleans are required. */
const controlCommand = variant('type', {
	'inject-context': fields({
		type: required(oneOf(['inject-context'])),
		content: required(text()),
		trigger_response: required(bool),
	}),
	say: fields({
		type: required(oneOf(['say'])),
		content: required(text()),
		end_after: required(bool),
	}),
	'end-call': fields({ type: required(oneOf(['end-call'])), message: text() }),
	transfer: fields({
		type: required(oneOf(['transfer'])),
		destination: required(sipOrPhone),
		message: text(),
	}),
});

/** The operation page lists four statuses; the SDK's type is any string, and statuses are an open set. */
const callQuery = { ...pageQuery, status: text() };

export const calls: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/calls',
		query: callQuery,
		answer: ({ org, query }) => {
			const wanted = query.status;
			const rows = wanted ? org.calls.filter((call) => call.status === wanted) : org.calls;
			const { rows: shown, pagination } = page(between(rows, query), query);
			return list('calls', shown, { pagination });
		},
	}),
	route({
		method: 'GET',
		path: '/calls/:id',
		answer: ({ org, params }) => bare(find(org.calls, params.id, 'Call'), 'call'),
	}),
	route({
		method: 'POST',
		path: '/calls/outbound',
		// 200 in the SDK's examples; nothing else is documented for this operation.
		body: outboundCall,
		answer: ({ world, org, body }) => {
			const call = placeCall(world, org, body);
			return bare({ success: true, call_id: call.id, status: 'dialing' });
		},
	}),
	route({
		method: 'POST',
		path: '/calls/:id/control',
		body: controlCommand,
		answer: ({ world, org, params, body }) => {
			const call = org.calls.find((entry) => entry.id === params.id);
			if (!call) throw notFound('Call');
			// The refusal has the form of the key's limit. Its X-RateLimit headers still speak of the key,
			// only Retry-After of the call: the Rate limits page does not say otherwise.
			const standing = world.controlWindows.take(call.id);
			if (!standing.allowed) throw rateLimited(secondsUntilReset(standing));
			if (call.status !== 'in-progress') throw badRequest('Invalid command or call not active');
			world.calls.control(call, body);
			return bare({ success: true, message: 'Command sent successfully' });
		},
	}),
];
