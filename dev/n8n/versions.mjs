/**
 * The n8n versions this package is tried in, and what npm needs to be told to install each of them
 * without running install scripts (see docs/testing-in-n8n.md).
 *
 * @typedef {object} N8nVersion
 * @property {string} version
 * @property {number} minimumNode lowest major version of Node.js this n8n runs on
 * @property {string[]} npmFlags flags for `npm install` beyond those every version gets
 * @property {Record<string, string>} overrides npm "overrides" for dependencies npm cannot fetch
 * @property {Record<string, string>} environment variables it has to be started with
 * @property {number} seconds how long the install took on two cores, for the progress text
 */

/** @type {N8nVersion} The current line: n8n 2. */
export const currentN8n = {
	version: '2.41.1',
	minimumNode: 24,
	npmFlags: ['--legacy-peer-deps'],
	overrides: {},
	environment: {},
	seconds: 90,
};

/** @type {N8nVersion} The oldest line this package supports: n8n 1. */
const oldestN8n = {
	version: '1.123.81',
	minimumNode: 20,
	npmFlags: [],
	// n8n 1 takes xlsx as an archive from its vendor's web site instead of from npm.
	overrides: { xlsx: '0.18.5' },
	// Its other engine needs a native module whose install script was skipped.
	environment: { N8N_EXPRESSION_ENGINE: 'legacy' },
	seconds: 90,
};

export const knownVersions = [currentN8n, oldestN8n];

/** The Node.js release that is fetched when the machine's own is too old for an n8n. */
export const fetchedNodeVersion = '24.21.0';

/**
 * @param {string} version a line ("2": the version that every change is tested on), or any version, which
 *   is fetched and started in the way of its line
 * @returns {N8nVersion}
 */
export function findVersion(version) {
	const [line, ...rest] = version.split('.');
	const known = knownVersions.find((one) => one.version.split('.')[0] === line);
	if (known && rest.length === 0) return known;
	if (known && /^\d+\.\d+\.\d+$/.test(version)) return { ...known, version };
	const lines = knownVersions.map((one) => one.version.split('.')[0]).join(' or ');
	throw new Error(
		`"${version}" is no version of n8n that can be tried. Take a line (${lines}), or a whole version such as ${currentN8n.version}.`,
	);
}
