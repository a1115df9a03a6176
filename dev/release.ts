/** The files that name the version, as they are. */
export interface VersionFiles {
	/** `package.json` */
	manifest: string;
	/** `package-lock.json` */
	lock: string;
	/** `nodes/HmsSovereign/api/version.ts` */
	versionFile: string;
	changelog: string;
}

const UNRELEASED = '## [Unreleased]';

/**
 * The files of a release: the version in all places, and what was unreleased in the changelog under it.
 *
 * @param version `1.2.3`
 * @param date `2026-01-31`
 * @throws Error when the version is none or not newer, or there is nothing to release
 */
export function released(files: VersionFiles, version: string, date: string): VersionFiles {
	const { version: current } = JSON.parse(files.manifest) as { version: string };
	const isFirst = version === current && !files.changelog.includes(`## [${version}]`);
	if (!isFirst && !isNewer(version, current)) {
		throw new Error(`"${version}" is not a version after ${current}, such as ${next(current)}`);
	}
	const [before, after = ''] = files.changelog.split(UNRELEASED);
	const [news] = after.split(/^## /m);
	if (news.trim() === '') throw new Error(`CHANGELOG.md has nothing under ${UNRELEASED}`);

	const inJson = `"version": "${current}"`;
	return {
		manifest: files.manifest.replace(inJson, `"version": "${version}"`),
		// The package itself stands twice at the top of its lock, before all others.
		lock: files.lock
			.replace(inJson, `"version": "${version}"`)
			.replace(inJson, `"version": "${version}"`),
		versionFile: files.versionFile.replace(`'${current}'`, `'${version}'`),
		changelog: `${before}${UNRELEASED}\n\n## [${version}] - ${date}${after}`,
	};
}

function isNewer(version: string, current: string): boolean {
	if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
	return version.localeCompare(current, 'en', { numeric: true }) > 0;
}

function next(current: string): string {
	const [major, minor] = current.split('.').map(Number);
	return `${major}.${minor + 1}.0`;
}
