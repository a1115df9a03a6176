import type { ErrorShape } from '../contract';
import type { JsonObject } from '../store/types';

/**
 * An error answer. `shape` is the form in which the documentation prints this error:
 * - 'flat' `{error, message?, details?}`: operation pages and the Authentication page (401, 403, 404, 409, 400);
 * - 'nested' `{error: {code, message, param?, type?}}`: Error Codes, Rate limits and Billing (revoked and expired keys, 429, 402).
 */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly content: {
			shape: 'flat' | 'nested';
			error: string;
			code: string;
			message?: string;
			details?: string[];
			param?: string;
			/** Fields that stand beside `error` in the flat form, such as `balance`. */
			extra?: JsonObject;
		},
		readonly headers: Record<string, string> = {},
	) {
		super(content.message ?? content.error);
	}

	/** The body in the form a test asked for, or else in the documented one. */
	body(wanted: ErrorShape): JsonObject {
		const shape = wanted === 'documented' ? this.content.shape : wanted;
		return shape === 'flat' ? this.flatBody() : this.nestedBody();
	}

	private flatBody(): JsonObject {
		const { error, message, details, extra } = this.content;
		return { error, ...(message && { message }), ...(details && { details }), ...extra };
	}

	private nestedBody(): JsonObject {
		const { code, error, message, details, param } = this.content;
		return {
			error: {
				code,
				message: details?.join('; ') ?? message ?? error,
				...(param && { param, type: 'invalid_request_error' }),
			},
		};
	}
}

/** 401 as the Authentication page prints it. */
export const unauthorized = () =>
	new ApiError(401, {
		shape: 'flat',
		error: 'Unauthorized',
		code: 'unauthorized',
		message: 'Invalid or missing API key',
	});

/** 401 of a key that was valid once; the codes are those of the Error Codes page. */
export const keyNoLongerValid = (state: 'revoked' | 'expired') =>
	new ApiError(401, {
		shape: 'nested',
		error: 'Unauthorized',
		code: `api_key_${state}`,
		message: `API key has ${state === 'revoked' ? 'been revoked' : 'expired'}`,
	});

/** 403 as the Authentication page prints it. */
export const forbidden = () =>
	new ApiError(403, {
		shape: 'flat',
		error: 'Forbidden',
		code: 'forbidden',
		message: "You don't have access to this resource",
	});

/** 404 of an operation page. */
export const notFound = (what: string) =>
	new ApiError(404, { shape: 'flat', error: `${what} not found`, code: 'not_found' });

/** 409: a duplicate, or something that is still in use. */
export const conflict = (error: string) =>
	new ApiError(409, { shape: 'flat', error, code: 'conflict' });

/** 422: understood, but it cannot be done. */
export const unprocessable = (error: string) =>
	new ApiError(422, { shape: 'flat', error, code: 'unprocessable_entity' });

/** 400 with one line for each thing that is wrong; every line starts with the field's name. */
export const invalidRequest = (details: string[], error = 'Invalid request') =>
	new ApiError(400, {
		shape: 'flat',
		error,
		code: details.some((line) => line.endsWith('is required'))
			? 'missing_field'
			: 'invalid_request',
		details,
		param: details[0]?.split(' ')[0],
	});

/** 400 for a request that is wrong as a whole. */
export const badRequest = (error: string) =>
	new ApiError(400, { shape: 'flat', error, code: 'invalid_request' });

/** 402: nested in the Billing guide; the flat form with `balance` is the SDK's. */
export const insufficientCredits = (balance: number) =>
	new ApiError(402, {
		shape: 'nested',
		error: 'Insufficient credits',
		code: 'insufficient_credits',
		message:
			'Insufficient credits to make outbound call. Please add credits in your billing dashboard.',
		extra: { balance },
	});

/** 429 as the Rate limits page prints it; the flat form with `retry_after` is the SDK's. */
export const rateLimited = (seconds: number, headers: Record<string, string> = {}) =>
	new ApiError(
		429,
		{
			shape: 'nested',
			error: 'Rate limit exceeded',
			code: 'rate_limit_exceeded',
			message: `Too many requests. Please retry after ${seconds} seconds.`,
			extra: { retry_after: seconds },
		},
		{ 'Retry-After': String(seconds), ...headers },
	);

/** Names of the Error Codes page, for statuses a test asks for. */
const STATUS_NAMES: Record<number, string> = {
	400: 'Bad Request',
	404: 'Not Found',
	409: 'Conflict',
	410: 'Gone',
	422: 'Unprocessable Entity',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/** The error a status stands for when nothing more is known about it. */
export function errorOfStatus(status: number): ApiError {
	if (status === 401) return unauthorized();
	if (status === 402) return insufficientCredits(0);
	if (status === 403) return forbidden();
	const error = STATUS_NAMES[status] ?? `Status ${status}`;
	return new ApiError(status, {
		shape: 'flat',
		error,
		code: error.toLowerCase().replaceAll(' ', '_'),
	});
}
