import { searchCalls } from './calls';
import * as labels from './labels';
import { searchLeads } from './leads';
import { searchTimeZones } from './timeZones';
import { searchWholeList, type ListSearch } from './search';
import { searchPlatformVoices, searchVoices } from './voices';

/** What fills the From List pickers, by the name that locators use. */
export const listSearch: Record<string, ListSearch> = {
	searchAnalysisTemplates: searchWholeList({
		path: '/analysis-templates',
		key: 'analysis_templates',
		label: labels.name,
	}),
	searchAssistants: searchWholeList({
		path: '/assistants',
		key: 'assistants',
		label: labels.nameAndState,
	}),
	searchCalls,
	searchCampaigns: searchWholeList({
		path: '/campaigns',
		key: 'campaigns',
		label: labels.nameAndStatus,
	}),
	searchLeads,
	searchMcpServers: searchWholeList({
		path: '/mcp-servers',
		key: 'mcp_servers',
		label: labels.nameAndAddress,
	}),
	searchPhoneNumbers: searchWholeList({
		path: '/numbers',
		key: 'numbers',
		label: labels.phoneNumber,
	}),
	searchResendDomains: searchWholeList({
		path: '/domains/sync',
		key: 'domains',
		label: labels.nameAndStatus,
	}),
	searchSipTrunks: searchWholeList({
		path: '/sip-trunks',
		key: 'trunks',
		label: labels.nameAndAddress,
	}),
	searchTimeZones,
	searchToolTemplates: searchWholeList({
		path: '/tool-templates',
		key: 'tool_templates',
		label: labels.nameAndToolType,
	}),
	searchPlatformVoices,
	searchVoices,
	searchWorkflows: searchWholeList({
		path: '/workflows',
		key: 'workflows',
		label: labels.nameAndState,
	}),
};
