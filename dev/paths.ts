/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never in n8n */
import { join, resolve } from 'node:path';

/** The repository: where package.json and dist/ are. */
export const ROOT = resolve(__dirname, '..');

/** Where n8n looks for output schemas, beside the built node. */
export const SCHEMA_FOLDER = join(ROOT, 'nodes/HmsSovereign/__schema__/v1.0.0');
