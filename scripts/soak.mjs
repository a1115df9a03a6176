/** `npm run soak`: months of deliveries, steered calls and dials in some minutes, with the memory they take. */
import { installIfMissing, runPackage } from './install.mjs';

installIfMissing();
process.env.HMS_SOVEREIGN_SOAK = 'long';
process.exitCode = runPackage('jest/bin/jest.js', ['test/engine/soak.test.ts', '-w', '1']);
