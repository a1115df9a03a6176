import type { Field } from '../operation/operation';
import { locator, type LocatorOptions } from './locator';

/** The pickers for each kind of resource. Parameter names are saved in workflows and never change. */
const ANALYSIS_TEMPLATE = {
	name: 'analysisTemplateId',
	displayName: 'Analysis Template',
	list: 'searchAnalysisTemplates',
};
const ASSISTANT = { name: 'assistantId', displayName: 'Assistant', list: 'searchAssistants' };
const CALL = {
	name: 'callId',
	displayName: 'Call',
	list: 'searchCalls',
	placeholder: 'e.g. call-_+31612345678_XqaQxRRgAzYc',
};
const CAMPAIGN = { name: 'campaignId', displayName: 'Campaign', list: 'searchCampaigns' };
const LEAD = { name: 'leadId', displayName: 'Lead', list: 'searchLeads' };
const MCP_SERVER = { name: 'mcpServerId', displayName: 'MCP Server', list: 'searchMcpServers' };
const PHONE_NUMBER = {
	name: 'phoneNumberId',
	displayName: 'Phone Number',
	list: 'searchPhoneNumbers',
};
const SIP_TRUNK = { name: 'sipTrunkId', displayName: 'SIP Trunk', list: 'searchSipTrunks' };
const TOOL_TEMPLATE = {
	name: 'toolTemplateId',
	displayName: 'Tool Template',
	list: 'searchToolTemplates',
};
const WORKFLOW = { name: 'workflowId', displayName: 'Call Workflow', list: 'searchWorkflows' };

/** What the operation is about: its ID goes into the path under the parameter's name. */
function subject(of: LocatorOptions): Field {
	return locator({ ...of, send: { in: 'path', as: of.name } });
}

export const analysisTemplateId = subject(ANALYSIS_TEMPLATE);
export const assistantId = subject(ASSISTANT);
export const callId = subject(CALL);
export const campaignId = subject(CAMPAIGN);
export const leadId = subject({ ...LEAD, description: 'A lead of the campaign chosen above' });
export const mcpServerId = subject(MCP_SERVER);
export const phoneNumberId = subject(PHONE_NUMBER);
export const sipTrunkId = subject(SIP_TRUNK);
export const toolTemplateId = subject(TOOL_TEMPLATE);
export const workflowId = subject(WORKFLOW);

/** How another resource refers to one of these. */
type Reference = Pick<LocatorOptions, 'description' | 'required'> & {
	displayName?: string;
	/** The API's name of the field in the body. */
	as: string;
};

function reference(of: LocatorOptions, { as, ...texts }: Reference): Field {
	return locator({ ...of, ...texts, send: { in: 'body', as } });
}

export const assistantReference = (is: Reference): Field => reference(ASSISTANT, is);
export const phoneNumberReference = (is: Reference): Field => reference(PHONE_NUMBER, is);
export const sipTrunkReference = (is: Reference): Field => reference(SIP_TRUNK, is);
export const workflowReference = (is: Reference): Field => reference(WORKFLOW, is);
