import { LIMITS } from '../../catalogue/languageModels';
import { e164, functionName, uuid, webAddress } from '../formats';
import {
	anyObject,
	bool,
	fields,
	isObject,
	list,
	oneOf,
	required,
	text,
	type Rule,
} from '../rules';

const server = fields({ url: required(webAddress()), secret: text() });

export const destination = fields({
	type: required(oneOf(['number'])),
	number: required(e164),
	description: required(text()),
	message: text(),
});

/** Webhook tool in the platform's own, flat form. */
const flatTool = fields({
	name: required(functionName),
	description: required(text()),
	parameters: anyObject,
	url: webAddress(),
	server,
	async: bool,
	message: text(),
	async_response: text(),
});

/** Webhook tool in OpenAI's nested form. */
const nestedTool = fields({
	type: oneOf(['function']),
	function: required(
		fields({ name: required(functionName), description: text(), parameters: anyObject }),
	),
	server,
	async: bool,
});

const endCall = fields({ type: text() });
const transferCall = fields({
	type: text(),
	destinations: required(list(destination, { min: 1 })),
});
const mcp = fields({
	type: oneOf(['mcp']),
	mcp_server_id: required(uuid),
	allowed_tools: required(list(text(), { max: LIMITS.mcpTools })),
	required: bool,
});

/** Both spellings of the built-in tools are documented. */
const TYPED: Record<string, Rule<unknown>> = {
	function: nestedTool,
	end_call: endCall,
	endCall,
	transfer_call: transferCall,
	transferCall,
	mcp,
};

/** One tool of `llm_config.tools`: a tool without a type is a webhook tool in the flat form. */
const tool: Rule<unknown> = (value, at, problems) => {
	if (!isObject(value)) return anyObject(value, at, problems);
	if (value.type === undefined) return flatTool(value, at, problems);
	const rule = typeof value.type === 'string' ? TYPED[value.type] : undefined;
	if (!rule) problems.push(`${at}.type must be one of: ${Object.keys(TYPED).join(', ')}`);
	return rule ? rule(value, at, problems) : value;
};

export const tools = list(tool);

/** Tools of workflow nodes: MCP servers are listed for assistants only. */
export const workflowTools: Rule<unknown[]> = (value, at, problems) => {
	const typed = tools(value, at, problems);
	typed.forEach((entry, index) => {
		if (isObject(entry) && entry.type === 'mcp') {
			problems.push(`${at}[${index}].type must not be mcp in a workflow`);
		}
	});
	return typed;
};
