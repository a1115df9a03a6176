/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../../../dev/engine/engine';

/** A process of its own that runs one node, for tests that kill it. Input: the last argument, JSON. */
const { apiKey, baseUrl, parameters, phones } = JSON.parse(process.argv.at(-1) ?? '') as {
	apiKey: string;
	baseUrl: string;
	parameters: IDataObject;
	phones: string[];
};

void runNode(parameters, {
	credential: { apiKey, baseUrl },
	input: phones.map((phone) => ({ phone })),
	retryOnFail: true,
	maxTries: 5,
});
