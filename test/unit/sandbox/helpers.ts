import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

/** A client of the sandbox that never throws on a status; the main key unless another is given. */
export function client(sandbox: Sandbox, key: string = sandbox.apiKey): AxiosInstance {
	return axios.create({
		baseURL: sandbox.url,
		headers: {
			Authorization: `Bearer ${key}`,
			'Content-Type': 'application/json',
			'User-Agent': 'sandbox-tests',
		},
		validateStatus: () => true,
		maxRedirects: 0,
		timeout: 5000,
		proxy: false,
	});
}

/** One sandbox for all tests of a file, and short ways to reach it. */
export interface SharedSandbox {
	/** There from the first test on: read it inside tests, never while the file is being loaded. */
	readonly sandbox: Sandbox;
	/** A client of it; see `client`. */
	api: (key?: string) => AxiosInstance;
	ids: () => Sandbox['store']['ids'];
}

/** Call at the top of a test file. Starting takes longer than resetting: each test gets a reset. */
export function useSharedSandbox(options: SandboxOptions = {}): SharedSandbox {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox(options);
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());
	return {
		get sandbox() {
			return sandbox;
		},
		api: (key) => client(sandbox, key),
		ids: () => sandbox.store.ids,
	};
}

/** Ids of calls have characters that a path must not have. */
export const callUrl = (id: string) => `/calls/${encodeURIComponent(id)}`;

/** What a test usually compares: the status and the body. */
export const outcome = ({ status, data }: AxiosResponse) => ({ status, data: data as unknown });

/** Code of the network error a request ends with. */
export async function failureCode(request: Promise<unknown>): Promise<string | undefined> {
	try {
		await request;
	} catch (error) {
		return axios.isAxiosError(error) ? error.code : String(error);
	}
	return 'no failure';
}
