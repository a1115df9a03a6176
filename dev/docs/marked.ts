/**
 * Replaces a part of a page that is made: what stands between `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error when the page has no such part
 */
export function between(page: string, name: string, content: string): string {
	const part = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
	if (!part.test(page)) throw new Error(`The page has no part "${name}"`);
	return page.replace(part, () => `<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->`);
}
