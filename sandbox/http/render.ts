import type { AnswerShapes, Switches } from '../contract';
import type { JsonObject } from '../store/types';
import type { Answer } from './answers';
import { NULLABLE } from './nullable';

/** Envelope names that older documents print; everything else kept its name. */
const LEGACY_KEYS: Record<string, string> = {
	tool_templates: 'toolTemplates',
	tool_template: 'toolTemplate',
	analysis_templates: 'analysisTemplates',
	analysis_template: 'analysisTemplate',
	trunks: 'sip_trunks',
	trunk: 'sip_trunk',
};

/** Singular of the plurals, to know what kind of object a row is. */
const singular = (plural: string) => plural.replace(/s$/, '');

/** The body of an answer in the documented shape the switches ask for; undefined = no body. */
export function render(answer: Answer, switches: Switches): object | undefined {
	switch (answer.kind) {
		case 'deleted':
			// The SDK has {"success": true}; the Error Codes page says 204 No Content.
			return switches.shapes === 'sdk' ? { success: true } : undefined;
		case 'bare':
			return dress(answer.value, answer.of, switches);
		case 'item':
			return renderItem(answer, switches);
		case 'list':
			return renderList(answer, switches);
	}
}

function renderItem(answer: Answer & { kind: 'item' }, switches: Switches): object {
	const value = answer.value && dress(answer.value, answer.key, switches);
	// Operation pages of the analysis templates print the bare object.
	if (value && switches.shapes === 'api-doc' && answer.key === 'analysis_template') return value;
	return withExtra({ [keyIn(switches.shapes, answer.key)]: value, ...answer.beside }, switches);
}

function renderList(answer: Answer & { kind: 'list' }, switches: Switches): object {
	const rows = answer.rows.map((row) => dress(row, singular(answer.key), switches));
	if (switches.shapes === 'api-doc' && answer.key === 'analysis_templates') {
		// Operation page: {data, total, limit, offset} with a default limit of 50.
		return withExtra({ data: rows, total: rows.length, limit: 50, offset: 0 }, switches);
	}
	return withExtra({ [keyIn(switches.shapes, answer.key)]: rows, ...answer.beside }, switches);
}

const keyIn = (shapes: AnswerShapes, key: string) =>
	shapes === 'legacy' ? (LEGACY_KEYS[key] ?? key) : key;

function dress(value: object, of: string | undefined, switches: Switches): JsonObject {
	const dressed: JsonObject = { ...value };
	if (switches.nulls) {
		for (const name of NULLABLE[of ?? ''] ?? []) if (name in dressed) dressed[name] = null;
	}
	return withExtra(dressed, switches);
}

const withExtra = (value: JsonObject, switches: Switches): JsonObject =>
	switches.extras ? { ...value, undocumented_field: { note: 'added by the sandbox' } } : value;
