import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that is fetched lies here. Git ignores it; deleting it is always safe. */
export const cacheFolder = path.join(repositoryRoot, '.cache', 'n8n');
