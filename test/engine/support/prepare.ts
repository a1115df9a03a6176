/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Must be the first import of whatever loads n8n-core: it reads these settings while it loads, and
 * without them writes a settings file into the home folder.
 */
const folder = mkdtempSync(join(tmpdir(), 'hms-sovereign-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';

const remove = () => rmSync(folder, { recursive: true, force: true });

// Jest's `process` sends no exit event, a plain Node process knows no `afterAll`.
if (typeof afterAll === 'function') afterAll(remove);
else process.once('exit', remove);
