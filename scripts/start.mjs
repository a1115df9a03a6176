/** `npm start`: the main job, from a bare clone: Get Account, in n8n's real engine, over real HTTP. */
import { fail, installIfMissing, runPackage } from './install.mjs';

installIfMissing();
const { ensureFreshBuild } = await import('../dev/n8n/freshBuild.mjs');
await ensureFreshBuild().catch((error) => fail(error.message));
process.exitCode = runPackage('tsx/dist/cli.mjs', ['scripts/demo.ts']);
