import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../contract';
import type { World } from '../world';
import { errorOfStatus, rateLimited } from './errors';

/** Never settles: the request stays without an answer until its connection ends. */
const noAnswer = () => new Promise<never>(() => {});

/** Carries out a fault that keeps the request from being carried out. */
export async function answerInstead(
	fault: Fault,
	world: World,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	switch (fault.kind) {
		case 'hang':
			return await noAnswer();
		case 'reset-before':
			request.raw.socket.resetAndDestroy();
			return await noAnswer();
		case 'redirect':
			return reply
				.code(fault.status ?? 302)
				.header('Location', fault.location ?? '/')
				.send();
		case 'html':
			return reply
				.code(fault.status ?? 502)
				.type('text/html')
				.send(
					'<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
				);
		default:
			if (fault.delayMs) await world.timers.sleep(fault.delayMs);
			return sendStatus(fault, world, reply);
	}
}

function sendStatus(fault: Fault, world: World, reply: FastifyReply): FastifyReply {
	const status = fault.status ?? 500;
	const error = status === 429 ? rateLimitFault(fault) : errorOfStatus(status);
	reply.code(status).headers(error.headers);
	const shape = fault.retryAfter === 'body' ? 'flat' : world.errorShape;
	return sendBody(reply, fault.body ?? error.body(shape));
}

function rateLimitFault(fault: Fault) {
	const seconds =
		typeof fault.retryAfter === 'number' ? fault.retryAfter : (fault.retryAfterSeconds ?? 1);
	const error = rateLimited(seconds);
	if (fault.retryAfter === 'none' || fault.retryAfter === 'body')
		delete error.headers['Retry-After'];
	// Each of these tells in one place only, or not at all.
	if (fault.retryAfter === 'none' || fault.retryAfter === 'date') delete error.content.extra;
	if (fault.retryAfter === 'date') {
		// HTTP dates have whole seconds: rounded up, so that the date is never too early.
		const moment = Math.ceil(Date.now() / 1000) * 1000 + seconds * 1000;
		error.headers['Retry-After'] = new Date(moment).toUTCString();
	}
	return error;
}

function sendBody(reply: FastifyReply, body: unknown): FastifyReply {
	return reply
		.type('application/json; charset=utf-8')
		.send(typeof body === 'string' ? body : JSON.stringify(body));
}

/** What a fault makes of the answer to a request that was carried out. */
export async function spoilAnswer(
	fault: Fault,
	world: World,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
): Promise<unknown> {
	switch (fault.kind) {
		case 'slow':
			await world.timers.sleep(fault.delayMs ?? 1000);
			return payload;
		case 'reset-after':
			request.raw.socket.resetAndDestroy();
			return await noAnswer();
		case 'cut-body':
			cutBody(request, reply, String(payload ?? ''));
			return await noAnswer();
		case 'empty':
			return reply.statusCode < 400 ? '' : payload;
		case 'wrong-json':
			return reply.statusCode < 400 ? wrongJson(fault) : payload;
		default:
			return payload;
	}
}

function wrongJson(fault: Fault): string {
	if (fault.body === undefined) return '{"assistants": [{"id": "17a0';
	return typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body);
}

/** Sends the headers of the whole body, half of the body, and ends the connection. */
function cutBody(request: FastifyRequest, reply: FastifyReply, payload: string): void {
	const whole = Buffer.from(payload || '{"success":true}');
	request.exchange.record.status = reply.statusCode;
	for (const [name, value] of Object.entries(reply.getHeaders())) {
		if (value !== undefined) reply.raw.setHeader(name, value);
	}
	reply.raw.writeHead(reply.statusCode, { 'content-length': whole.length });
	reply.raw.write(whole.subarray(0, Math.floor(whole.length / 2)), () =>
		request.raw.socket.destroy(),
	);
}

/** Headers a fault sets or, with an empty string, removes. */
export function applyFaultHeaders(fault: Fault, reply: FastifyReply): void {
	for (const [name, value] of Object.entries(fault.headers ?? {})) {
		if (value === '') reply.removeHeader(name);
		else reply.header(name, value);
	}
}
