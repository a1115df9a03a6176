import type { ApiOperation } from './apiOperations';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The part of an OpenAPI description that matters here. */
export interface OpenApi {
	paths?: Record<string, Record<string, { deprecated?: boolean } | unknown>>;
}

/**
 * Compares the API's published description with the operations this package knows.
 *
 * @returns Markdown for an issue, or an empty text when they agree
 * @throws Error when the description holds no operation at all, which is no description
 */
export function drift(published: OpenApi, known: ApiOperation[]): string {
	const theirs = publishedOperations(published);
	if (theirs.size === 0) throw new Error('The published description holds no operations');
	const ours = new Map(known.map((one) => [keyOf(one.method, one.path), one]));

	const added = [...theirs.keys()].filter((key) => !ours.has(key));
	const removed = [...ours.keys()].filter((key) => !theirs.has(key));
	const changed = [...theirs].filter(
		([key, deprecated]) => ours.has(key) && (ours.get(key)?.deprecated ?? false) !== deprecated,
	);
	return [
		section('New in the API', added),
		section('Gone from the API', removed),
		section(
			'Deprecation changed',
			changed.map(
				([key, deprecated]) => `${key} ${deprecated ? 'is deprecated now' : 'is current again'}`,
			),
		),
	].join('');
}

function publishedOperations({ paths = {} }: OpenApi): Map<string, boolean> {
	const operations = new Map<string, boolean>();
	for (const [path, methods] of Object.entries(paths)) {
		for (const method of METHODS.filter((name) => name in methods)) {
			const operation = methods[method] as { deprecated?: boolean };
			operations.set(keyOf(method, path), operation.deprecated === true);
		}
	}
	return operations;
}

/** Paths may carry the version prefix, and name their parameters as they like. */
function keyOf(method: string, path: string): string {
	const bare = path.replace(/^\/api\/v1(?=\/)/, '').replace(/\{[^}]+\}/g, '{}');
	return `${method.toUpperCase()} ${bare}`;
}

function section(title: string, lines: string[]): string {
	if (lines.length === 0) return '';
	return `## ${title}\n\n${lines
		.sort()
		.map((line) => `- \`${line}\``)
		.join('\n')}\n\n`;
}
