import { RINGS } from './phone';

/** The page beside the editor. It asks for news every second. */
export function boardPage(): string {
	const buttons = RINGS.map(
		({ name, what }) => `<button data-ring="${name}" title="${what}">${name}</button>`,
	).join(' ');
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>HMS Sovereign demo: phone and messages</title>
<style>
	body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
	h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
	button { font: inherit; padding: .3rem .9rem; border-radius: .4rem; border: 1px solid #888; background: #f4f4f4; cursor: pointer }
	li { list-style: none; border-left: 3px solid #b45a9c; padding: .2rem .8rem; margin: .8rem 0; white-space: pre-wrap }
	ul { padding: 0 } small { color: #666 } a { margin-right: 1rem }
</style>
<h1>Phone and messages of the demo</h1>
<p>Nobody is really called, and nothing is really sent.</p>
<h2>Ring</h2>
<p>${buttons}</p>
<p id="said" role="status"></p>
<h2>What the examples sent</h2>
<ul id="messages"><li>Nothing yet. Run an example in the editor.</li></ul>
<script>
	const byId = (id) => document.getElementById(id);
	for (const button of document.querySelectorAll('[data-ring]')) {
		button.addEventListener('click', async () => {
			const answer = await fetch('/ring/' + button.dataset.ring, { method: 'POST' });
			byId('said').textContent = (await answer.json()).said;
		});
	}
	let shown = 0;
	const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
	async function refresh() {
		const messages = await (await fetch('/messages')).json();
		if (messages.length === shown) return;
		shown = messages.length;
		byId('messages').replaceChildren(...messages.reverse().map((message) => {
			const row = document.createElement('li');
			const time = new Date(message.at).toLocaleTimeString();
			row.append(element('small', message.service + '  ' + message.place + '  ' + time + '\\n'), message.text);
			if (message.buttons.length > 0) row.append('\\n');
			for (const { label, url } of message.buttons) {
				row.append(Object.assign(element('a', label), { href: url, target: '_blank' }));
			}
			return row;
		}));
	}
	refresh();
	setInterval(() => refresh().catch(() => {}), 1000);
</script>
</html>
`;
}
