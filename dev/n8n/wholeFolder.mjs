import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder that is either whole or absent: it is filled under another name and renamed at the
 * end, so an interrupted download is never taken for a finished one. Does nothing if it exists.
 *
 * @param {string} folder
 * @param {(partial: string) => Promise<void>} fill
 */
export async function ensureWholeFolder(folder, fill) {
	await removeLeftovers(folder);
	if (existsSync(folder)) return;
	const partial = `${folder}.partial-${process.pid}`;
	await mkdir(partial, { recursive: true });
	try {
		await fill(partial);
		await rename(partial, folder);
	} catch (error) {
		await rm(partial, { recursive: true, force: true });
		// Another process was faster: its folder is as good as ours.
		if (!existsSync(folder)) throw error;
	}
}

/**
 * Removes what processes that no longer run left half done.
 *
 * @param {string} folder
 */
async function removeLeftovers(folder) {
	const parent = path.dirname(folder);
	if (!existsSync(parent)) return;
	const start = `${path.basename(folder)}.partial-`;
	for (const name of await readdir(parent)) {
		if (!name.startsWith(start) || isRunning(Number(name.slice(start.length)))) continue;
		await rm(path.join(parent, name), { recursive: true, force: true });
	}
}

/** @param {number} pid */
function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
