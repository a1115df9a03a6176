/** `node scripts/fetchN8n.mjs [version ...]`: fetches n8n ahead of time, for instance in CI. */
import { ensureN8n } from '../dev/n8n/ensureN8n.mjs';
import { findVersion, knownVersions } from '../dev/n8n/versions.mjs';

const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? asked.map(findVersion) : knownVersions;
for (const version of wanted) {
	const install = await ensureN8n(version);
	process.stdout.write(`n8n ${install.version} is ready, with Node.js at ${install.node}\n`);
}
