import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { mapField } from '../operation/fieldTree';
import { timeout } from './timeout';
import type { Field, Operation, Resource } from '../operation/operation';

/**
 * Makes the node's parameters from the menu: Resource, Operation, each operation's fields with their
 * display conditions, and one Options collection for all.
 */
export function nodeProperties(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: 'account',
		},
		...resources.map(operationProperty),
		...resources.flatMap(fieldProperties),
		optionsProperty(resources),
	];
}

function operationProperty(resource: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(({ name, value, action, description }) => ({
			name,
			value,
			action,
			description,
		})),
		default: firstShown(resource),
	};
}

/** A reading operation, so that a node that was just added changes nothing when it is run. */
function firstShown({ operations }: Resource): string {
	const reading = ['getAll', 'get'].find((name) => operations.some(({ value }) => value === name));
	return reading ?? operations[0].value;
}

/**
 * The fields of a resource's operations. A field that several operations share becomes one parameter,
 * which keeps the description small and what was entered when the user changes the operation; but only
 * where that leaves each operation's fields in their order.
 */
function fieldProperties(resource: Resource): INodeProperties[] {
	const shared: Array<{ field: Field; operations: Operation[] }> = [];
	for (const operation of resource.operations) {
		let from = 0;
		for (const field of operation.fields) {
			const known = shared.findIndex((entry, index) => index >= from && entry.field === field);
			if (known === -1) shared.push({ field, operations: [operation] });
			else shared[known].operations.push(operation);
			from = known === -1 ? shared.length : known + 1;
		}
	}
	return shared.map(({ field, operations }) => ({
		...toProperty(field),
		displayOptions: shownFor(resource, operations, field.displayOptions, ''),
	}));
}

/** @param root `/` inside a collection, where names without it mean the collection's own fields */
function shownFor(
	resource: Resource,
	operations: Operation[],
	own: IDisplayOptions | undefined,
	root: '' | '/',
): IDisplayOptions {
	const where = {
		[`${root}resource`]: [resource.value],
		[`${root}operation`]: operations.map(({ value }) => value),
	};
	return { ...own, show: { ...where, ...own?.show } };
}

/** n8n's property without our `send` and `takes`, inside collections too. */
function toProperty(field: Field): INodeProperties {
	return mapField(field, (one) => {
		const property = { ...one };
		delete property.send;
		delete property.takes;
		return property;
	});
}

function optionsProperty(resources: Resource[]): INodeProperties {
	const own = resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			(operation.options ?? []).map((option) => ({
				...toProperty(option),
				displayOptions: shownFor(resource, [operation], option.displayOptions, '/'),
			})),
		),
	);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...own, timeout],
	};
}
