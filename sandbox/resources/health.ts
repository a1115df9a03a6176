import { bare } from '../http/answers';
import { route, type AnyRoute } from '../http/route';

/** GET /health: the only operation that needs no key. */
export const health: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/health',
		withoutKey: true,
		answer: () =>
			bare({
				status: 'ok',
				timestamp: new Date().toISOString(),
				version: '1.0.0',
				checks: { database: { status: 'ok', latency_ms: 12 } },
			}),
	}),
];
