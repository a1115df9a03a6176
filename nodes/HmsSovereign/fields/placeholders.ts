import type { IExecuteFunctions } from 'n8n-workflow';

/** `{{name}}`, spaces allowed. */
export const PLACEHOLDER = /\{\{\s*([\p{L}\p{N}_.-]+)\s*\}\}/gu;

/** n8n evaluates double braces in an expression itself, and puts nothing where it knows no such name. */
export const IN_EXPRESSIONS =
	"In an expression n8n fills double braces itself: write {{ '{{' }}name}} there.";

/** For each text that HMS Sovereign fills. */
export const placeholderHint = `To have a value filled in on each call, write its name as {{name}} with the field set to Fixed. ${IN_EXPRESSIONS}`;

/** Two spaces in a row, a space before a punctuation mark or at the end: where a name was eaten. */
const GAP = /\S+ (?: +\S+|[,.;:!?](?=\s|$)| *$)/;

const toldIn = new WeakMap<IExecuteFunctions, Set<string>>();

/**
 * Says in the editor, once a run, which values have no placeholder in a text.
 *
 * @param displayName of the text's parameter
 * @param names of the values that were given
 */
export function tellUnused(
	displayName: string,
	text: string,
	names: Iterable<string>,
	context: IExecuteFunctions,
): void {
	const used = new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name));
	const unused = [...new Set(names)].filter((name) => !used.has(name));
	if (unused.length === 0) return;
	const gap = GAP.exec(text)?.[0];
	const message = [
		`'${displayName}' has no placeholder for ${unused.map((name) => `{{${name}}}`).join(', ')}, so these variables are not used.`,
		...(gap === undefined
			? []
			: [`It has a gap at "${gap}", where n8n may have filled one itself.`]),
		IN_EXPRESSIONS,
	].join(' ');
	const told = toldIn.get(context) ?? new Set();
	toldIn.set(context, told);
	if (told.has(message)) return;
	told.add(message);
	context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
}
