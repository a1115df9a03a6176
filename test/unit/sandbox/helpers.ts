import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { Sandbox } from '../../../sandbox';

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
