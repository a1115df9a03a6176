import { randomUUID } from 'node:crypto';
import type {
	AccountShape,
	AnswerShapes,
	ErrorShape,
	RecordedRequest,
	SandboxOptions,
	Switches,
} from './contract';
import type { RecordingsHost } from './calls/recordingsHost';
import { Simulator } from './calls/simulator';
import { FaultList } from './http/faults';
import { KeyRing, KEYS } from './http/keys';
import { RateWindows } from './http/rateLimit';
import { MAIN_ID, SECOND_ID, Store } from './store/store';
import { Timers } from './timers';
import { Courier } from './webhooks/courier';

const DEFAULTS: Required<SandboxOptions> = {
	port: 0,
	seed: true,
	windowMs: 60_000,
	requestLimit: 100,
	controlLimit: 10,
	callSpeed: 1,
	latencyMs: 0,
	assistantRequestTimeoutMs: 5_000,
	toolCallsTimeoutMs: 10_000,
};

/** Everything one running sandbox knows: what the routes work on and what tests steer. */
export class World implements Switches {
	readonly options: Required<SandboxOptions>;
	readonly timers = new Timers();
	readonly faults = new FaultList();
	readonly requestWindows: RateWindows;
	readonly controlWindows: RateWindows;
	readonly requests: RecordedRequest[] = [];
	readonly keys = KEYS;
	readonly apiKey = KEYS.main;
	readonly calls = new Simulator(this);
	readonly webhooks = new Courier();
	keyRing = new KeyRing();
	store: Store;

	errorShape: ErrorShape = 'flat';
	shapes: AnswerShapes = 'sdk';
	nulls = false;
	extras = false;
	clockSkewMs = 0;
	accountShape: AccountShape = 'authentication-page';
	accountRemoved: 404 | 410 | null = null;

	readonly account = {
		setBalance: (minutes: number) => {
			this.store.main.minutes_balance = minutes;
		},
		setShape: (shape: AccountShape) => {
			this.accountShape = shape;
		},
		remove: (status: 404 | 410) => {
			this.accountRemoved = status;
		},
	};

	constructor(
		options: SandboxOptions,
		readonly recordings: RecordingsHost,
	) {
		this.options = { ...DEFAULTS, ...options };
		this.requestWindows = new RateWindows(this.options.requestLimit, this.options.windowMs);
		this.controlWindows = new RateWindows(this.options.controlLimit, this.options.windowMs);
		this.store = this.newStore();
		this.addFirstKeys();
	}

	addKey(key = `fl_live_${randomUUID().replaceAll('-', '')}`, organizationId = MAIN_ID): string {
		this.keyRing.add(key, organizationId);
		return key;
	}

	revokeKey(key: string): void {
		this.keyRing.revoke(key);
	}

	/** Stops everything that would go on by itself: calls and deliveries. */
	stop(): void {
		this.timers.clear();
		this.calls.reset();
		this.webhooks.reset();
	}

	reset(): void {
		this.stop();
		this.requests.length = 0;
		this.faults.clear();
		this.requestWindows.clear();
		this.controlWindows.clear();
		this.resetSwitches();
		this.keyRing = new KeyRing();
		this.addFirstKeys();
		this.recordings.reset();
		this.store = this.newStore();
	}

	private newStore(): Store {
		return new Store(this.options.seed, (callId) => this.recordings.publish(callId));
	}

	private resetSwitches(): void {
		this.errorShape = 'flat';
		this.shapes = 'sdk';
		this.nulls = false;
		this.extras = false;
		this.clockSkewMs = 0;
		this.accountShape = 'authentication-page';
		this.accountRemoved = null;
	}

	private addFirstKeys(): void {
		this.keyRing.add(KEYS.main, MAIN_ID);
		this.keyRing.add(KEYS.second, SECOND_ID);
		this.keyRing.add(KEYS.revoked, MAIN_ID, 'revoked');
		this.keyRing.add(KEYS.expired, MAIN_ID, 'expired');
		this.keyRing.add(KEYS.forbidden, MAIN_ID, 'forbidden');
	}
}
