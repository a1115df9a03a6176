import { list } from '../http/answers';
import { route, type AnyRoute } from '../http/route';
import { VOICES } from '../catalogue/voices';

/** GET /voices: the platform's own voices only, the same for every organization. */
export const voices: AnyRoute[] = [
	route({ method: 'GET', path: '/voices', answer: () => list('voices', VOICES) }),
];
