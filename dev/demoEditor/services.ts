/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from '../n8n/ports';
import { createTestAuthority } from '../standIns/certificates';
import { googleHosts } from '../standIns/googleStandIn';
import { startHttpsStandIn } from '../standIns/httpsStandIn';
import { hubspotHost } from '../standIns/hubspotStandIn';
import { startModelStandIn } from '../standIns/modelStandIn';
import { slackHost, type SlackMessage } from '../standIns/slackStandIn';
import { SHEET } from './demoData';
import type { Messages } from './messages';
import { demoReply } from './model';

export interface DemoServices {
	/** What n8n has to be started with to reach them. */
	environment: Record<string, string>;
	/** Base URL of the simulated language model. */
	modelUrl: string;
	close: () => Promise<void>;
}

/**
 * Simulates the services that the examples use. Hosts that are not simulated are reached as ever, so
 * that people can try nodes of their own.
 *
 * @throws Error when there is no openssl, which makes the certificates
 */
export async function startServices(folder: string, messages: Messages): Promise<DemoServices> {
	const certificateFolder = path.join(folder, 'certificates');
	mkdirSync(certificateFolder, { recursive: true });
	const authority = createTestAuthority(certificateFolder);
	const proxyPort = await findFreePort();
	const slack = slackHost((message) => messages.add(fromSlack(message)));
	const network = { proxyPort, certificateFolder };
	const google = googleHosts();
	google.sheet.rows.push(...SHEET.map((row) => [...row]));
	const hosts = await startHttpsStandIn(
		network,
		{ ...slack.hosts, ...google.hosts, ...hubspotHost().hosts },
		'let through',
	);
	const model = await startModelStandIn(demoReply);
	return {
		environment: {
			HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
			NODE_EXTRA_CA_CERTS: authority,
		},
		modelUrl: model.url,
		close: async () => {
			await Promise.all([hosts.close(), model.close()]);
		},
	};
}

/** Text and buttons of a message, of the plain kind and of the kind that asks for an approval. */
function fromSlack(message: SlackMessage & { blocks?: unknown }) {
	const parts = partsOf(message.blocks);
	const text = message.text || parts.map(({ text: words }) => words).join('\n');
	return {
		service: 'Slack',
		place: message.channel,
		text,
		buttons: parts.flatMap(({ text: label, url }) => (url === undefined ? [] : [{ label, url }])),
	};
}

/** Every piece of text of a message made of blocks, with the address it opens if it is a button. */
function partsOf(value: unknown): Array<{ text: string; url?: string }> {
	if (Array.isArray(value)) return value.flatMap(partsOf);
	if (typeof value !== 'object' || value === null) return [];
	const { text, url, ...rest } = value as { text?: unknown; url?: string };
	if (typeof text === 'string') return [{ text, url }];
	if (typeof text === 'object' && text !== null && 'text' in text) {
		return [{ text: String(text.text), url }, ...partsOf(Object.values(rest))];
	}
	return partsOf(Object.values(rest));
}
