import type { OperationCase } from './operationCase';
import { account } from './account';
import { analysisTemplate } from './analysisTemplate';
import { assistant } from './assistant';
import { call } from './call';
import { callAsk } from './callAsk';
import { callWait } from './callWait';
import { campaign } from './campaign';
import { campaignLead } from './campaignLead';
import { domain } from './domain';
import { mcpServer } from './mcpServer';
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

/** All cases, by resource. Every operation of the node has at least one. */
export const cases: OperationCase[] = [
	...account,
	...analysisTemplate,
	...assistant,
	...call,
	...callAsk,
	...callWait,
	...campaign,
	...campaignLead,
	...domain,
	...mcpServer,
	...organization,
	...phoneNumber,
	...providerKey,
	...sipTrunk,
	...system,
	...toolTemplate,
	...usage,
	...voice,
	...webhookReply,
	...workflow,
];
