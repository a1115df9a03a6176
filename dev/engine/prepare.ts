/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Must be the first import of whatever loads n8n-core: it reads these settings while it loads, and
 * without them writes a settings file into the home folder.
 *
 * Under jest the folder lies in one that global setup made and removes; jest's `process` sends no exit
 * event, and `afterAll` is left out when a filter skips all tests of a file.
 */
const { HMS_SOVEREIGN_TEST_FOLDER = tmpdir() } = process.env;
const folder = mkdtempSync(join(HMS_SOVEREIGN_TEST_FOLDER, 'hms-sovereign-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
