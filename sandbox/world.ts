import { randomUUID } from 'node:crypto';
import type {
	AccountShape,
	AnswerShapes,
	ErrorShape,
	RecordedRequest,
	SandboxOptions,
	Switches,
} from './contract';
import { FaultList } from './http/faults';
import { KeyRing, KEYS } from './http/keys';
import { RateWindows } from './http/rateLimit';
import { MAIN_ID, SECOND_ID, Store } from './store/store';
import { Timers } from './timers';

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
	keyRing = new KeyRing();
	store: Store;

	errorShape: ErrorShape = 'documented';
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

	constructor(options: SandboxOptions) {
		this.options = { ...DEFAULTS, ...options };
		this.requestWindows = new RateWindows(this.options.requestLimit, this.options.windowMs);
		this.controlWindows = new RateWindows(this.options.controlLimit, this.options.windowMs);
		this.store = new Store(this.options.seed);
		this.addFirstKeys();
	}

	addKey(key = `fl_live_${randomUUID().replaceAll('-', '')}`, organizationId = MAIN_ID): string {
		this.keyRing.add(key, organizationId);
		return key;
	}

	revokeKey(key: string): void {
		this.keyRing.revoke(key);
	}

	reset(): void {
		this.timers.clear();
		this.requests.length = 0;
		this.faults.clear();
		this.requestWindows.clear();
		this.controlWindows.clear();
		this.resetSwitches();
		this.keyRing = new KeyRing();
		this.addFirstKeys();
		this.store = new Store(this.options.seed);
	}

	private resetSwitches(): void {
		this.errorShape = 'documented';
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
