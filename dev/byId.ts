/** A resource locator as the editor saves it for an ID that was typed in. */
export function byId(value: string) {
	return { __rl: true as const, mode: 'id', value };
}
