import { account } from './account';
import { analysisTemplate } from './analysisTemplate';
import { assistant } from './assistant';
import { call } from './call';
import { campaign } from './campaign';
import { campaignLead } from './campaignLead';
import { domain } from './domain';
import { mcpServer } from './mcpServer';
import type { Resource } from '../operation/operation';
import { organization } from './organization';
import { phoneNumber } from './phoneNumber';
import { providerKey } from './providerKey';
import { sipTrunk } from './sipTrunk';
import { system } from './system';
import { toolTemplate } from './toolTemplate';
import { usage } from './usage';
import { voice } from './voice';
import { webhookReply } from './webhookReply';
import { workflow } from './workflow';

/**
 * The node's menu. n8n lists a node's actions in this order, so it begins with what most people come for;
 * the others follow in the order of their names.
 */
export const resources: Resource[] = [
	account,
	call,
	campaign,
	campaignLead,
	assistant,
	phoneNumber,
	webhookReply,
	analysisTemplate,
	workflow,
	domain,
	mcpServer,
	organization,
	providerKey,
	sipTrunk,
	system,
	toolTemplate,
	usage,
	voice,
];
