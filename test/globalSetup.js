const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Before all tests: a folder for them, and the built package, which engine tests run as n8n does. */
module.exports = async function setUp() {
	makeFolder();
	const { ensureFreshBuild } = await import('../dev/n8n/freshBuild.mjs');
	await ensureFreshBuild();
};

/** One folder for what n8n writes in all tests, removed at the end even of those that were skipped. */
function makeFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'hms-sovereign-tests-'));
	process.env.HMS_SOVEREIGN_TEST_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
