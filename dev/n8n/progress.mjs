const secondsBetweenSigns = 10;

/**
 * Says what is being done while it is done, and how long it took: downloads of two gigabytes must
 * not look like a hang.
 *
 * @template T
 * @param {string} what e.g. "Installing n8n 2.41.1"
 * @param {number} usualSeconds what to expect, from our own measurement
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, usualSeconds, work) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	process.stdout.write(`${what} (usually about ${usualSeconds} s) ...\n`);
	const sign = setInterval(
		() => process.stdout.write(`  ... ${what}: ${seconds()} s\n`),
		secondsBetweenSigns * 1000,
	);
	try {
		return await work();
	} finally {
		clearInterval(sign);
		process.stdout.write(`  ${what}: ended after ${seconds()} s\n`);
	}
}
