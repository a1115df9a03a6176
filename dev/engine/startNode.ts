import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

export const START_TYPE = 'test.start';

/** A trigger-like node that hands on the given items. */
export function startNode(input: IDataObject[] | INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['trigger'],
			version: 1,
			description: 'Hands on the items of the test',
			defaults: { name: 'Start' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute: async () => [input.map(toItem)],
	};
}

function toItem(value: IDataObject | INodeExecutionData): INodeExecutionData {
	return isItem(value) ? value : { json: value };
}

function isItem(value: IDataObject | INodeExecutionData): value is INodeExecutionData {
	return typeof value.json === 'object' && value.json !== null;
}
