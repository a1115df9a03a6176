import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent runs the node. Older agents hand it a context that says so. For newer ones n8n's
 * engine runs the tool like any other node, and only the node type that n8n makes for tools tells.
 */
export function isToolRun(context: IExecuteFunctions): boolean {
	return isCalledByAgent(context) || context.getNode().type.endsWith('Tool');
}

/** The agent itself called the node: what n8n hands over as execution data is then the agent's. */
export function isCalledByAgent(context: IExecuteFunctions): boolean {
	return (context as Partial<IExecuteFunctions>).isToolExecution?.() === true;
}
