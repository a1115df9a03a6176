/**
 * Which part may import from which, types included: the table is dev/architecture.json, from which the
 * picture in docs/architecture.md is drawn too. `test/unit/architecture.test.ts` runs this.
 */
const architecture = require('./dev/architecture.json');

/** Where the files of a part are, as a regular expression. */
function pathOf(part) {
	if (part === 'node') return '^nodes/HmsSovereign/HmsSovereign[.]node[.]ts$';
	if (part === 'trigger') return '^nodes/HmsSovereign/HmsSovereignTrigger[.]node[.]ts$';
	if (part === 'package') return '^(nodes|credentials)/';
	const isRoom = part in architecture.package && part !== 'credentials';
	return isRoom ? `^nodes/HmsSovereign/${part}/` : `^${part}/`;
}

/** Everything of ours that is not the part itself or one of those it may import from is forbidden. */
function onlyTo(part, allowed) {
	return {
		name: `${part}-imports-only-from-what-is-below`,
		severity: 'error',
		from: { path: pathOf(part) },
		to: { path: OURS, pathNot: [part, ...allowed].map(pathOf) },
	};
}

const OURS = '^(bench|credentials|dev|nodes|sandbox|scripts|test)/';

module.exports = {
	forbidden: [
		{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
		...Object.values(architecture).flatMap((parts) =>
			Object.entries(parts).map(([part, allowed]) => onlyTo(part, allowed)),
		),
		{
			name: 'every-file-has-a-part',
			severity: 'error',
			from: {},
			to: {
				path: '^nodes/',
				pathNot: Object.keys(architecture.package).map(pathOf),
			},
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		includeOnly: OURS,
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.all.json' },
	},
};
