import type { AnyRoute } from '../http/route';
import { account } from './account';
import { analysisTemplates } from './analysisTemplates';
import { assistants } from './assistants';
import { byok } from './byok';
import { calls } from './calls';
import { campaignLeads } from './campaignLeads';
import { campaigns } from './campaigns';
import { domains } from './domains';
import { health } from './health';
import { mcpServers } from './mcpServers';
import { numbers } from './numbers';
import { organizations } from './organizations';
import { sipTrunks } from './sipTrunks';
import { toolTemplates } from './toolTemplates';
import { usage } from './usage';
import { voices } from './voices';
import { workflows } from './workflows';

/**
 * Every current operation of the API and the deprecated GET /account. The other deprecated
 * operations (/chats) and aliases (/agents) answer 404: nothing new should be built on them.
 */
export const ROUTES: AnyRoute[] = [
	...health,
	...account,
	...organizations,
	...assistants,
	...calls,
	...numbers,
	...campaigns,
	...campaignLeads,
	...usage,
	...voices,
	...sipTrunks,
	...byok,
	...domains,
	...toolTemplates,
	...analysisTemplates,
	...workflows,
	...mcpServers,
];
