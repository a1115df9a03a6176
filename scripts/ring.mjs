/** `npm run ring -- call | tool-call | missed`: has a call arrive in the editor that `npm run editor` started. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fail, root } from './install.mjs';

const [name = 'call'] = process.argv.slice(2);
const file = path.join(root, '.cache', 'n8n', 'board.json');
const notRunning = 'No demo editor is running. Start it first: npm run editor';
if (!existsSync(file)) fail(notRunning);

const { url } = JSON.parse(readFileSync(file, 'utf8'));
const answer = await fetch(`${url}/ring/${encodeURIComponent(name)}`, { method: 'POST' }).catch(
	() => fail(notRunning),
);
const { said } = await answer.json();
if (!answer.ok) fail(said);
console.log(`${said}\nWhat the workflows send is shown on ${url}`);
