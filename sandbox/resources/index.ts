import type { AnyRoute } from '../http/route';
import { account } from './account';
import { health } from './health';
import { organizations } from './organizations';

/** Every operation of the API, in the order of the API reference. */
export const ROUTES: AnyRoute[] = [...health, ...account, ...organizations];
