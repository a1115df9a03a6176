/** The tests in real n8n. `npm run test:e2e` prepares n8n and the tarball, then runs these. */
module.exports = {
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	transform: {
		'\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.all.json', diagnostics: false }],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
	testEnvironment: '<rootDir>/test/e2e/support/explainingEnvironment.ts',
	// One n8n serves all test files, one after another.
	maxWorkers: 1,
	testTimeout: 60_000,
};
