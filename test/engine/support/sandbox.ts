import type { Sandbox, SandboxOptions } from '../../../sandbox';
import { startSandbox } from '../../../sandbox';
import type { TestCredential } from './credentials';

/** A sandbox of its own for each test, and the credential that reaches it. */
export interface TestSandbox {
	readonly api: Sandbox;
	credential: () => TestCredential;
}

/** Call at the top of a test file. Every test gets a fresh sandbox, and so an open gate. */
export function useSandbox(options: SandboxOptions = {}): TestSandbox {
	let api: Sandbox;
	beforeEach(async () => {
		api = await startSandbox(options);
	});
	afterEach(async () => await api.close());
	return {
		get api() {
			return api;
		},
		credential: () => credentialOf(api),
	};
}

export function credentialOf({ apiKey, url }: Sandbox): TestCredential {
	return { apiKey, baseUrl: url };
}
