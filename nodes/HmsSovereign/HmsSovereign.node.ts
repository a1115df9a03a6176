import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { credentialTest } from './api/credentialTest';
import { listSearch } from './listSearch';
import { resources } from './resources';
import { nodeProperties } from './runtime/description';
import { runOperation } from './runtime/runOperation';

/** The action node: its menu comes from `resources/`, its work is done by `runtime/`. */
export class HmsSovereign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HMS Sovereign',
		name: 'hmsSovereign',
		icon: {
			light: 'file:../../icons/hmsSovereign.svg',
			dark: 'file:../../icons/hmsSovereign.dark.svg',
		},
		group: ['transform'],
		version: 1,
		// In words: "get many: phone number" rather than "getAll: phoneNumber".
		subtitle:
			'={{ ($parameter["operation"].replace("getAll", "getMany") + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Voice AI by HMS Sovereign (VoiceDock): balance, phone calls, campaigns, call events',
		defaults: { name: 'HMS Sovereign' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hmsSovereignApi', required: true, testedBy: 'account' }],
		properties: nodeProperties(resources),
	};

	methods = { listSearch, credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, resources);
	}
}
