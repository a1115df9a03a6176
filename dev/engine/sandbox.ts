import type { Sandbox, SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';
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

/** Hands a sandbox to a test that runs beside others (`test.concurrent`), and closes it afterwards. */
export function withSandbox(
	options: SandboxOptions,
	body: (api: Sandbox, credential: TestCredential) => Promise<void>,
): () => Promise<void> {
	return async () => {
		const api = await startSandbox(options);
		try {
			await body(api, credentialOf(api));
		} finally {
			await api.close();
		}
	};
}
