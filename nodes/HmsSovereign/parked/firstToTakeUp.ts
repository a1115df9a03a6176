/** Executions are short-lived once they go on; more than these at the same moment there are not. */
const MOST = 1_000;

/** Executions that have been taken up by this process. */
const takenUp = new Set<string>();

/**
 * Whether an execution is taken up for the first time. Two reports that come at the same moment may both
 * find all calls over, and n8n 1 would run the rest of the workflow twice (n8n 2 refuses the second).
 */
export function isFirstToTakeUp(executionId: string): boolean {
	if (takenUp.has(executionId)) return false;
	takenUp.add(executionId);
	const [oldest] = takenUp;
	if (takenUp.size > MOST) takenUp.delete(oldest);
	return true;
}
