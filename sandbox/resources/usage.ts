import { list } from '../http/answers';
import { route, type AnyRoute } from '../http/route';
import { between, page, pageQuery } from './common';

/** GET /usage: the summary is that of all rows of the period, not of the page. */
export const usage: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/usage',
		query: pageQuery,
		answer: ({ org, query }) => {
			const all = between(org.usage, query);
			const seconds = all.reduce((sum, log) => sum + log.duration_sec, 0);
			const { rows, pagination } = page(all, query);
			const summary = {
				total_calls: all.length,
				total_duration_seconds: seconds,
				total_duration_minutes: Math.round((seconds / 60) * 100) / 100,
			};
			return list('logs', rows, { pagination, summary });
		},
	}),
];
