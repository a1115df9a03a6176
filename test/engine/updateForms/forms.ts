import type { IDataObject } from 'n8n-workflow';

import { setDeep } from '../../../nodes/HmsSovereign/fields/merge';
import type { Field } from '../../../nodes/HmsSovereign/operation/operation';
import { UNCHANGED } from '../../../nodes/HmsSovereign/fields/changes';
import { CUSTOM } from '../../../nodes/HmsSovereign/fields/choice';
import { resources } from '../../../nodes/HmsSovereign/resources';
import type { Sandbox } from '../../../sandbox';
import { numberedId } from '../../../sandbox/store/seed/ids';
import { leavesOf, parametersWith, place, type Leaf } from './leaves';
import { sentBy, valuesFor, type Values } from './values';

/** A form in which people change something that is saved. */
export interface Form {
	title: string;
	/** Index of the form, for ids of its own. */
	kind: number;
	resource: string;
	operation: string;
	/** Where its fields put what they change: the body itself, or an object inside. */
	inside?: string;
	/** The rows that it changes. */
	rows: (api: Sandbox) => object[];
	/** Parameters that say what is changed. */
	target: (id: string, index: number) => IDataObject;
	/** The fields of the operation that are part of it (default: all). */
	fields?: (fields: Field[]) => Field[];
}

/** One field of a form, set alone. */
export interface OneChange {
	title: string;
	id: string;
	form: Form;
	saved: IDataObject;
	parameters: IDataObject;
	/** Where something may differ afterwards. */
	differsAt: string;
	/** A list of one entry leaves nothing else to choose. */
	staysSame: boolean;
}

/** What the groups about an assistant are called in the API, and the provider that most fields can have. */
const BLOCKS: Record<string, { name: string; provider: string }> = {
	languageModel: { name: 'llm_config', provider: 'openai' },
	speechRecognition: { name: 'stt_config', provider: 'deepgram' },
	voice: { name: 'tts_config', provider: 'elevenlabs' },
};

export function changesOf(form: Form, base: IDataObject): OneChange[] {
	const { operations } = resources.find(({ value }) => value === form.resource) ?? {
		operations: [],
	};
	const { fields = [] } = operations.find(({ value }) => value === form.operation) ?? {};
	const own = form.fields === undefined ? fields : form.fields(fields);
	const leaves = leavesOf(own).filter(({ field }) => field.send?.in === 'body');
	return leaves
		.flatMap((leaf) => valuesFor(leaf).map((values) => ({ leaf, values })))
		.map(({ leaf, values }, index) => change(form, base, leaves, leaf, values, index));
}

function change(
	form: Form,
	base: IDataObject,
	leaves: Leaf[],
	leaf: Leaf,
	values: Values,
	index: number,
): OneChange {
	const id = numberedId(form.kind, index);
	const saved: IDataObject = structuredClone({ ...base, id });
	for (const other of leaves.filter((one) => goesWith(one, leaf))) {
		const [first] = other === leaf ? [values] : valuesFor(other);
		const value = first?.saved === undefined ? undefined : sentBy(other.field, first.saved);
		if (value !== undefined) setDeep(saved, apiName(form, other.field), value as IDataObject);
	}
	for (const { path, field, value } of leaf.chosen) keepChoice(saved, form, path, field, value);
	for (const [block, { name }] of Object.entries(BLOCKS)) {
		if (name in saved) setDeep(saved, `${name}.provider`, providerIn(leaf, block));
	}
	for (const [path, value] of Object.entries(values.beside ?? {}))
		saved[path] = value as IDataObject;
	for (const path of values.without ?? []) remove(saved, path);
	if (
		['google_realtime', 'xai_realtime', 'openai_live'].includes(providerIn(leaf, 'languageModel'))
	) {
		saved.tts_config = null;
	}
	return {
		title: `${form.title}: ${[...leaf.path, leaf.field.name].join('.')} ${JSON.stringify(values.entered)}`,
		id,
		form,
		saved,
		parameters: {
			...form.target(id, index),
			...customNamed(leaf, parametersWith(leaf, values.entered)),
		},
		differsAt: values.differsAt ?? differenceOf(form, leaf.field),
		staysSame: values.saved !== undefined && values.saved === values.entered,
	};
}

/** A provider brings its own models and settings along. */
function differenceOf(form: Form, field: Field): string {
	const name = apiName(form, field);
	return name.endsWith('.provider') ? name.split('.')[0] : name;
}

function apiName({ inside }: Form, { send }: Field): string {
	const name = send?.as ?? '';
	return inside === undefined ? name : name.slice(inside.length + 1);
}

const blockOf = (path: string[]) => path.find((name) => name in BLOCKS);

function providerIn({ chosen }: Leaf, block: string): string {
	const found = chosen.find(
		({ field, path, value }) =>
			field.name === 'provider' && path.includes(block) && value !== UNCHANGED.value,
	);
	return found === undefined || found.value === CUSTOM ? BLOCKS[block].provider : found.value;
}

/** Whether a field's saved value can be there when another one is changed: same provider, same model. */
function goesWith(other: Leaf, changed: Leaf): boolean {
	if (other.field.name === 'moreFields' || other.field.name === 'clearFields') return false;
	if (other === changed) return true;
	const block = blockOf([...other.path, other.field.name]);
	if (block === undefined) return true;
	if (other.chosen.some(({ value }) => value === CUSTOM)) return false;
	return other.chosen.every(({ field, value, wanted }) => {
		if (field.name === 'provider') {
			return wanted.includes(providerIn(changed, block));
		}
		const own = changed.chosen.find((one) => one.field.name === field.name);
		return own === undefined ? value === UNCHANGED.value : own.value === value;
	});
}

/** What is chosen so that the field is shown is what is saved. */
function keepChoice(
	saved: IDataObject,
	form: Form,
	path: string[],
	field: Field,
	value: string,
): void {
	const block = blockOf(path);
	if (block === undefined || value === UNCHANGED.value) return;
	const name = apiName(form, field);
	if (field.name !== 'provider' && value !== CUSTOM) setDeep(saved, name, value);
}

/** A provider that no list has is entered beside it: here it is the one that is saved. */
function customNamed({ chosen, path }: Leaf, parameters: IDataObject): IDataObject {
	const block = blockOf(path);
	const isCustom = chosen.some(({ field, value }) => field.name === 'provider' && value === CUSTOM);
	if (isCustom && block !== undefined) {
		const at = path.slice(0, path.indexOf(block) + 2);
		const names = [...at, 'customProvider'];
		place(parameters, names, valueAt(parameters, names) ?? BLOCKS[block].provider);
	}
	return parameters;
}

function valueAt(target: IDataObject, names: string[]): unknown {
	return names.reduce<unknown>((at, name) => (at as IDataObject | undefined)?.[name], target);
}

function remove(target: IDataObject, path: string): void {
	const names = path.split('.');
	const parent = valueAt(target, names.slice(0, -1)) as IDataObject;
	delete parent[names[names.length - 1]];
}
