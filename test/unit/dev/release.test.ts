import { released } from '../../../dev/release';

const files = {
	manifest: '{\n  "name": "x",\n  "version": "0.9.0",\n  "devDependencies": { "y": "0.9.0" }\n}\n',
	lock: '{ "version": "0.9.0", "packages": { "": { "version": "0.9.0" }, "y": { "version": "0.9.0" } } }',
	versionFile: "export const version = '0.9.0';\n",
	changelog: '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Much.\n\n## [0.9.0] - 2026-01-01\n',
};

describe('a release', () => {
	it('sets the version of the package in every place, and of no other', () => {
		const { manifest, lock, versionFile } = released(files, '0.10.0', '2026-02-03');
		expect(JSON.parse(manifest)).toMatchObject({
			version: '0.10.0',
			devDependencies: { y: '0.9.0' },
		});
		expect(JSON.parse(lock)).toEqual({
			version: '0.10.0',
			packages: { '': { version: '0.10.0' }, y: { version: '0.9.0' } },
		});
		expect(versionFile).toBe("export const version = '0.10.0';\n");
	});

	it('dates what was unreleased', () => {
		expect(released(files, '0.10.0', '2026-02-03').changelog).toBe(
			'# Changelog\n\n## [Unreleased]\n\n## [0.10.0] - 2026-02-03\n\n### Added\n\n- Much.\n\n## [0.9.0] - 2026-01-01\n',
		);
	});

	it.each(['0.9.0', '0.8.9', '1', 'v1.0.0', ''])('refuses the version "%s"', (version) => {
		expect(() => released(files, version, '2026-02-03')).toThrow('such as 0.10.0');
	});

	it('may be the first one, of the version that stands there already', () => {
		const changelog = '# Changelog\n\n## [Unreleased]\n\n- Much.\n';
		expect(released({ ...files, changelog }, '0.9.0', '2026-02-03')).toEqual({
			...files,
			changelog: '# Changelog\n\n## [Unreleased]\n\n## [0.9.0] - 2026-02-03\n\n- Much.\n',
		});
	});

	it('is refused when nothing was noted', () => {
		const changelog = '# Changelog\n\n## [Unreleased]\n\n## [0.9.0] - 2026-01-01\n';
		expect(() => released({ ...files, changelog }, '1.0.0', '2026-02-03')).toThrow('nothing under');
	});
});
