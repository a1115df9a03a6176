import '../../../dev/engine/prepare';

import { LoadOptionsContext } from 'n8n-core';
import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { TestCredential } from '../../../dev/engine/credentials';
import { OneCredential } from '../../../dev/engine/credentials';
import { ACTION_NODE, additionalData, node } from '../../../dev/engine/engine';
import { loadPackage, NodeTypesOfRun } from '../../../dev/engine/nodeTypes';

export interface PickerOptions {
	credential: TestCredential;
	/** What the user typed into the list's search. */
	filter?: string;
	/** What the page before gave. */
	paginationToken?: string;
	/** What else is chosen in the node. */
	parameters?: IDataObject;
	/** The zone in the workflow's settings. */
	timezone?: string;
}

/**
 * Opens a From List picker of the built node in the context that n8n itself gives it.
 *
 * @throws what the editor would show
 */
export async function openPicker(
	method: string,
	{ credential, filter, paginationToken, parameters = {}, timezone }: PickerOptions,
): Promise<INodeListSearchResult> {
	const ours = await loadPackage();
	const one = node({ name: 'HMS Sovereign', parameters });
	const nodeTypes = new NodeTypesOfRun(ours.nodeTypes);
	const settings = { timezone };
	const workflow = new Workflow({
		nodes: [one],
		connections: {},
		active: false,
		nodeTypes,
		settings,
	});
	const helper = new OneCredential(ours.credentialTypes.hmsSovereignApi, () => credential);
	const data = {
		...additionalData(workflow, helper, 'internal'),
		// Saved parameters are JSON; n8n's two types for that do not know each other.
		currentNodeParameters: parameters as INodeParameters,
	};
	const context = new LoadOptionsContext(workflow, one, data, '');
	const { methods } = nodeTypes.getByNameAndVersion(ACTION_NODE);
	const search = methods?.listSearch?.[method];
	if (search === undefined) throw new Error(`The node has no picker ${method}`);
	return await search.call(context, filter, paginationToken);
}
