import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { ROOT } from '../paths';

/** What our package brings into n8n, named as n8n names it. */
export interface LoadedPackage {
	nodeTypes: Record<string, INodeType | IVersionedNodeType>;
	credentialTypes: Record<string, ICredentialType>;
}

/** Loads the built package through the loader that n8n itself uses for community packages. */
export async function loadPackage(): Promise<LoadedPackage> {
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	return {
		nodeTypes: unwrap(loader.nodeTypes, `${loader.packageName}.`),
		credentialTypes: unwrap(loader.credentialTypes, ''),
	};
}

function unwrap<T>(loaded: Record<string, { type: T }>, prefix: string): Record<string, T> {
	return Object.fromEntries(
		Object.entries(loaded).map(([name, { type }]) => [`${prefix}${name}`, type]),
	);
}

/** The node types that a workflow may use, by full name. */
export class NodeTypesOfRun implements INodeTypes {
	constructor(private readonly types: Record<string, INodeType | IVersionedNodeType>) {}

	getByName(name: string): INodeType | IVersionedNodeType {
		const type = this.types[name];
		if (type === undefined) throw new Error(`No node type is called ${name}`);
		return type;
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(name), version);
	}

	getKnownTypes() {
		return {};
	}
}
