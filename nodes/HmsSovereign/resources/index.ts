import { account } from './account';
import { call } from './call';
import type { Resource } from './operation';

/** The node's menu, in the order shown. */
export const resources: Resource[] = [account, call];
