import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ROUTES } from '../resources/index';
import type { World } from '../world';
import { checkRequest, readBody, readQuery } from './check';
import { ApiError, notFound, rateLimited } from './errors';
import { API_PATH, receive } from './exchange';
import { answerInstead, applyFaultHeaders, spoilAnswer } from './faultAnswers';
import { actsBefore } from './faults';
import { bearerKey } from './keys';
import { rateLimitHeaders, secondsUntilReset } from './rateLimit';
import { render } from './render';
import type { AnyRoute } from './route';

/**
 * The HTTP server. A request passes, in this order: recording, faults that leave it unanswered,
 * the rate limit of its key, the key itself, other faults, the checks of its operation, and the
 * operation.
 */
export function buildServer(world: World): FastifyInstance {
	const app = Fastify({
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { maxParamLength: 1000 },
	});
	// Bodies are read by hand, to record them exactly as they came, whatever their type.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, _payload, done) => done(null));
	app.decorateRequest('exchange');

	app.addHook('onRequest', async (request, reply) => await arrive(world, request, reply));
	app.addHook(
		'onSend',
		async (request, reply, payload) => await leave(world, request, reply, payload),
	);
	app.setErrorHandler((error, _request, reply) => refuse(world, error, reply));
	app.setNotFoundHandler((request, reply) => {
		identify(world, request);
		return refuse(world, notFound('Endpoint'), reply);
	});
	for (const route of ROUTES) {
		app.route({
			method: route.method,
			url: API_PATH + route.path,
			handler: async (request, reply) => await carryOut(world, route, request, reply),
		});
	}
	return app;
}

async function arrive(world: World, request: FastifyRequest, reply: FastifyReply) {
	const exchange = await receive(request.raw);
	request.exchange = exchange;
	const { record } = exchange;
	world.requests.push(record);
	const fault = world.faults.take(record.method, record.path);
	exchange.fault = fault;
	record.fault = fault?.kind;
	if (world.options.latencyMs) await world.timers.sleep(world.options.latencyMs);
	if (fault?.kind === 'hang' || fault?.kind === 'reset-before') {
		return await answerInstead(fault, world, request, reply);
	}

	const standing = world.requestWindows.take(bearerKey(record.headers.authorization) ?? 'no key');
	exchange.standing = standing;
	if (!standing.allowed) throw rateLimited(secondsUntilReset(standing));
	if (fault && actsBefore(fault)) return await answerInstead(fault, world, request, reply);
	return undefined;
}

/** The organization whose key the request carries. */
function identify(world: World, request: FastifyRequest) {
	const key = bearerKey(request.exchange.record.headers.authorization);
	return world.store.organization(world.keyRing.organizationOf(key));
}

async function carryOut(
	world: World,
	route: AnyRoute,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const { record, query } = request.exchange;
	const org = route.withoutKey ? world.store.main : identify(world, request);
	checkRequest({ ...record, query });
	const answer = await route.answer({
		world,
		org,
		params: request.params as Record<string, string>,
		query: readQuery(route.query, query),
		body: readBody(route, record.rawBody),
	});
	record.carriedOut = true;
	const body = render(answer, world);
	if (!body) return reply.code(204).send();
	return reply
		.code(route.status ?? 200)
		.type('application/json; charset=utf-8')
		.send(JSON.stringify(body));
}

function refuse(world: World, error: unknown, reply: FastifyReply): FastifyReply {
	reply.type('application/json; charset=utf-8');
	if (error instanceof ApiError) {
		const body = JSON.stringify(error.body(world.errorShape));
		return reply.code(error.status).headers(error.headers).send(body);
	}
	// A mistake in the sandbox itself: say so, so that a test shows what to repair.
	const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return reply.code(500).send(JSON.stringify({ error: 'Sandbox failure', message }));
}

async function leave(world: World, request: FastifyRequest, reply: FastifyReply, payload: unknown) {
	const { exchange } = request;
	reply.header('Date', new Date(Date.now() + world.clockSkewMs).toUTCString());
	if (exchange?.standing) reply.headers(rateLimitHeaders(exchange.standing, world.clockSkewMs));
	if (!exchange) return payload;
	const { fault, record } = exchange;
	if (fault) applyFaultHeaders(fault, reply);
	const sent = fault ? await spoilAnswer(fault, world, request, reply, payload) : payload;
	record.status = reply.statusCode;
	return sent;
}
