/** Unit tests and engine tests: `npm test`. The tests in real n8n have a configuration of their own. */
module.exports = {
	testMatch: ['<rootDir>/test/unit/**/*.test.ts', '<rootDir>/test/engine/**/*.test.ts'],
	transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.all.json', diagnostics: false }] },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
	globalSetup: '<rootDir>/test/globalSetup.js',
	// Many tests mostly wait, so every core gets a worker; jest alone would leave one idle.
	maxWorkers: '100%',
	testTimeout: 30_000,
};
