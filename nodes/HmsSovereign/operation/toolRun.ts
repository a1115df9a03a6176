import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Whether an AI agent runs the node. Older agents hand it a context that says so. For newer ones n8n's
 * engine runs the tool like any other node, and only the node type that n8n makes for tools tells.
 */
export function isToolRun(context: IExecuteFunctions): boolean {
	const { type } = context.getNode();
	return isCalledByAgent(context) || (type.endsWith('Tool') && !isHumanReview(context));
}

/**
 * Whether the node stands between an agent and its tool and asks a person (n8n's human review): n8n runs
 * it for the agent, but it is not the agent's to call.
 */
export function isHumanReview(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('HitlTool');
}

/** The agent itself called the node: what n8n hands over as execution data is then the agent's. */
export function isCalledByAgent(context: IExecuteFunctions): boolean {
	return (context as Partial<IExecuteFunctions>).isToolExecution?.() === true;
}
