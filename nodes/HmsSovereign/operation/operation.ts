import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValueType,
} from 'n8n-workflow';

import type { ApiRequest } from '../api/request';

/** Where a parameter's value goes in the request; close to n8n's own `routing.send`. */
export interface Send {
	in: 'path' | 'query' | 'body';
	/** The API's name. Dots make objects (`speech_config.silence`); `''` merges an object into the body. */
	as: string;
	/**
	 * Turns what the user entered into what the API takes; undefined leaves it out.
	 *
	 * @throws Error saying what is wrong; the runtime adds the parameter's name and the item
	 */
	value?: (entered: NodeParameterValueType, item: ItemRun) => unknown;
	/**
	 * Refused when empty, like a required field. For fields that n8n must not mark as required: it would
	 * insist on them, too, where an expression decides what is shown and makes the editor show every field.
	 */
	isNeeded?: boolean;
	/** `value` is asked about an empty field as well, with `''`: for what then comes from elsewhere. */
	readsEmpty?: boolean;
}

/** A node parameter that knows where its value goes. The runtime strips `send` and `takes` for n8n. */
export type Field = Omit<INodeProperties, 'options'> & {
	send?: Send;
	/** Not what the type says: a text that may be a list, or any data that JSON can hold. */
	takes?: 'list' | 'data';
	options?: Array<INodePropertyOptions | Field | FieldGroup>;
};

/** One kind of entry of a `fixedCollection`. */
export interface FieldGroup {
	name: string;
	displayName: string;
	values: Field[];
}

/** The one request that an operation makes. */
export interface RequestSpec {
	method: ApiRequest['method'];
	/** With `{placeholders}` that fields with `in: 'path'` fill. */
	path: string;
	/** Envelope key of the answer; left out where the API answers bare. */
	answer?: string;
	/** The answer is a list: all rows in one answer, or in pages (`GET /calls`, `GET /usage` only). */
	list?: 'whole' | 'paged';
	/** The fields that Simplify keeps, in this order; the operation then has the `simplify` parameter. */
	simplified?: string[];
	/** Adds fields of ours to what the API gave, also when Simplify is off. */
	extended?: (row: IDataObject) => IDataObject;
	/** For a paged list: the item's filters that the API does not have; undefined when it has none. */
	keep?: (item: ItemRun) => ((row: IDataObject) => boolean) | undefined;
	/** Query parameters that are always the same. */
	query?: IDataObject;
	/** Body fields that are always the same. */
	body?: IDataObject;
	/** Placeholder whose call this request steers, for the limit of 10 commands a minute per call. */
	controlsCall?: string;
	/** What to do when the API answers this status, where the general advice would not fit. */
	advice?: Partial<Record<number, string>>;
	/** What is missing though no single field is required; said together with what is wrong in the fields. */
	missing?: (body: IDataObject, item: ItemRun) => string[];
	/** Looks at the finished request; throws Error to refuse it. */
	check?: (request: { query: IDataObject; body: IDataObject }, item: ItemRun) => void;
}

/** What every operation of the menu has. */
interface MenuEntry {
	/** Title Case; `value` never changes once published. */
	name: string;
	value: string;
	/** Sentence case without articles: `Get many calls`. */
	action: string;
	description: string;
	fields: Field[];
	/** Entries for the shared Options parameter. */
	options?: Field[];
}

/** What no request says by itself, and a test holds against what is really sent. */
interface OwnWork {
	/** API operations that it may make, for docs and coverage: `POST /calls/outbound`. */
	calls: string[];
	/** Whether running it twice does no harm. */
	readsOnly: boolean;
	request?: never;
}

/** Plain data: one request for each item, made of the fields. Most operations are of this kind. */
interface OneRequest extends MenuEntry {
	request: RequestSpec;
	/** Default: the request is a GET. */
	readsOnly?: boolean;
	calls?: never;
	run?: never;
	runAll?: never;
	runBatch?: never;
}

/** For what one request cannot do: several requests, other input, binary output. */
interface RunForEach extends MenuEntry, OwnWork {
	run: (item: ItemRun) => Promise<INodeExecutionData[]>;
	runAll?: never;
	runBatch?: never;
}

/** For what must see all items together. */
interface RunTogether extends MenuEntry, OwnWork {
	runAll: RunAll;
	run?: never;
	runBatch?: never;
}

/** For what goes on for all items at the same time, and ends for each on its own. */
interface RunAtOnce extends MenuEntry, OwnWork {
	/** @returns until when the execution is put to wait, with what is recorded as its output meanwhile */
	runBatch: (items: ItemRun[], record: RecordOutcome) => Promise<Date | void>;
	/** How an execution that was put to wait goes on when the report of a call comes. */
	takeUp?: TakeUp;
	run?: never;
	runAll?: never;
}

/**
 * Looks at a waiting execution when the report of one of its calls has come.
 *
 * @param stored the node's output so far, one for each item
 * @returns the whole output, or undefined: it goes on waiting
 * @throws ApiFailure
 */
export type TakeUp = (
	stored: INodeExecutionData[],
	hands: ReportInHand,
) => Promise<INodeExecutionData[] | undefined>;

/** An end-of-call report in the hands of the operation that waited for it. */
export interface ReportInHand extends Pick<ItemRun, 'send'> {
	/** The `message` of the report (API docs: End-of-call report). */
	report: IDataObject;
	/** A parameter as it is for the first item; undefined when it has no value. */
	parameter: (name: string) => unknown;
}

/** An operation of the menu: its texts, its fields, and one way of working. */
export type Operation = OneRequest | RunForEach | RunTogether | RunAtOnce;

/** One result of all input items, such as one campaign with a lead from each. */
export interface RunAll {
	/** For a choice of parameters with which each item makes a request of its own. */
	oneByOne?: { when: (first: ItemRun) => boolean; request: RequestSpec };
	/** What an item adds. @throws Error for an item that cannot take part; it fails alone */
	part: (item: ItemRun) => IDataObject;
	/** @param parts in the order of the items. Its output is paired with all of them. */
	run: (parts: IDataObject[], first: ItemRun) => Promise<INodeExecutionData[]>;
}

/** What became of an item: its output, or what was thrown. */
export type Outcome = { items: INodeExecutionData[] } | { error: unknown };

/** Takes down what became of an item. @throws when that ends the run; let it through */
export type RecordOutcome = (index: number, outcome: Outcome) => void;

/** A group of operations in the menu. */
export interface Resource {
	/** Title Case; `value` never changes once published. */
	name: string;
	value: string;
	description: string;
	/** For messages: `Phone number "…" was not found`. */
	singular: string;
	operations: Operation[];
}

/** Name in an item's memory for the id of what was started for it. */
export const STARTED = 'started';

/** One input item in the hands of an operation. */
export interface ItemRun {
	index: number;
	input: INodeExecutionData;
	/** n8n's own functions, for what has no shorter way here (binary data, static data, hints). */
	context: IExecuteFunctions;
	/**
	 * What was entered into a parameter, expressions resolved, read by its kind; undefined when it is empty
	 * or not shown. Options by `options.<name>`. @throws InputError
	 */
	parameter: (name: string) => NodeParameterValueType | object | undefined;
	/** The request that the operation's fields make. @throws Error for input that is refused */
	build: (spec: RequestSpec) => ApiRequest;
	/** The body that the operation's fields make, for a reply to a webhook. @throws Error as `build` */
	body: () => IDataObject;
	/** Sends a request: paced, retried where safe. @throws ApiFailure */
	send: (request: ApiRequest) => Promise<unknown>;
	/** Sends and gives the answer as output items, lists cut to the limit, simplified. */
	request: (spec: RequestSpec) => Promise<INodeExecutionData[]>;
	/**
	 * Survives Retry On Fail: what was already done for this item. An id under `STARTED` is named in every
	 * error until the item has an outcome.
	 */
	memory: Map<string, unknown>;
	/** Names base URL and key, for what the process remembers beyond this run; a hash. */
	account: string;
	/** The time by the API's own clock, in milliseconds; the local time before its first answer. */
	apiTime: () => number;
	/** Waits, and ends within 250 ms of the user's Stop. @throws StoppedError */
	wait: (ms: number) => Promise<void>;
}
