/** `npm test`: unit and engine tests, from a bare clone. Arguments go to jest. */
import { installIfMissing, runPackage } from './install.mjs';

installIfMissing();
process.exitCode = runPackage('jest/bin/jest.js', process.argv.slice(2));
