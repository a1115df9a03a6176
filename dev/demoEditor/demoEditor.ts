/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on a developer's machine, never in n8n */
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { N8nApi } from '../n8n/api';
import { installInCommunityFolder } from '../n8n/communityFolder';
import { isPortFree } from '../n8n/ports';
import { startN8n, type N8nInstall, type N8nServer } from '../n8n/server';
import { startBoard, type Board } from './board';
import { BALANCE, CALL_SPEED } from './demoData';
import { fillEditor } from './fillEditor';
import { Messages } from './messages';
import { ring, RINGS, writeScripts } from './phone';
import { startServices, type DemoServices } from './services';

export interface DemoEditorOptions {
	install: N8nInstall;
	/** The packed package. */
	tarball: string;
	/** Where n8n keeps its data. */
	userFolder: string;
	/** Port of the editor; left out: a free one, and free ones for everything beside it. */
	port?: number;
}

export interface DemoEditor {
	n8n: N8nServer;
	sandbox: Sandbox;
	board: Board;
	messages: Messages;
	/** Why other services are not simulated; undefined when they are. */
	servicesMissing?: string;
	stop: () => Promise<void>;
}

const SANDBOX_PORT = 3456;
const BOARD_PORT = 5679;

/** n8n's editor with the package, a simulated API, simulated services, and all examples ready to run. */
export async function startDemoEditor(options: DemoEditorOptions): Promise<DemoEditor> {
	const { install, tarball, userFolder, port } = options;
	const ends: Array<() => Promise<void>> = [];
	const stop = async () => {
		// What was started last is ended first.
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		installInCommunityFolder(tarball, userFolder);
		const preferred = async (wanted: number) =>
			port !== undefined && (await isPortFree(wanted)) ? wanted : 0;
		const sandbox = await startSandbox({
			port: await preferred(SANDBOX_PORT),
			callSpeed: CALL_SPEED,
		});
		ends.push(async () => await sandbox.close());
		prepareCalls(sandbox);

		const messages = new Messages();
		const board = await startBoard(sandbox, messages, await preferred(BOARD_PORT));
		ends.push(board.close);
		const { services, servicesMissing } = await tryServices(userFolder, messages);
		if (services !== undefined) ends.push(services.close);

		const { environment } = services ?? {};
		const n8n = await startN8n({ install, userFolder, port, environment });
		ends.push(n8n.stop);
		await fillEditor(new N8nApi(n8n.url), sandbox, services?.modelUrl);
		return { n8n, sandbox, board, messages, servicesMissing, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function prepareCalls(sandbox: Sandbox): void {
	sandbox.account.setBalance(BALANCE);
	writeScripts(sandbox);
	// So that "Missed call follow-up" finds somebody to call back.
	const missed = RINGS.find(({ name }) => name === 'missed');
	if (missed !== undefined) ring(sandbox, missed);
}

async function tryServices(
	userFolder: string,
	messages: Messages,
): Promise<{ services?: DemoServices; servicesMissing?: string }> {
	try {
		return { services: await startServices(path.join(userFolder, 'demo'), messages) };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		return {
			servicesMissing:
				'openssl was not found, so Slack and other services are not simulated: examples that use them stop there. Install openssl and start again.',
		};
	}
}
