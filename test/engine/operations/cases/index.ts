import type { OperationCase } from '../operationCase';
import { account } from './account';
import { callWait } from './callWait';

/** All cases, by resource. Every operation of the node has at least one. */
export const cases: OperationCase[] = [...account, ...callWait];
