import type { ErrorShape } from '../contract';
import type { JsonObject } from '../store/types';

/**
 * An error answer. Flat `{error, message?, details?}` is what the operation pages print and the vendor's
 * SDK reads; nested `{error: {code, message, param?, type?}}` is that of the older guides (Error Codes,
 * Rate limits, Billing), for the tests that ask for it.
 */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly content: {
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

	body(shape: ErrorShape): JsonObject {
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
		error: 'Unauthorized',
		code: 'unauthorized',
		message: 'Invalid or missing API key',
	});

/** 401 of a key that was valid once; the codes are those of the Error Codes page. */
export const keyNoLongerValid = (state: 'revoked' | 'expired') =>
	new ApiError(401, {
		error: 'Unauthorized',
		code: `api_key_${state}`,
		message: `API key has ${state === 'revoked' ? 'been revoked' : 'expired'}`,
	});

/** 403 as the Authentication page prints it. */
export const forbidden = () =>
	new ApiError(403, {
		error: 'Forbidden',
		code: 'forbidden',
		message: "You don't have access to this resource",
	});

/** 404 of an operation page. */
export const notFound = (what: string) =>
	new ApiError(404, { error: `${what} not found`, code: 'not_found' });

/** 409: a duplicate, or something that is still in use. */
export const conflict = (error: string) => new ApiError(409, { error, code: 'conflict' });

/** 422: understood, but it cannot be done. */
export const unprocessable = (error: string) =>
	new ApiError(422, { error, code: 'unprocessable_entity' });

/** 400 with one line for each thing that is wrong; every line starts with the field's name. */
export const invalidRequest = (details: string[], error = 'Invalid request', code?: string) =>
	new ApiError(400, {
		error,
		code:
			code ??
			(details.some((line) => line.endsWith('is required')) ? 'missing_field' : 'invalid_request'),
		details,
		param: details[0]?.split(' ')[0],
	});

/** 400 for a request that is wrong as a whole. */
export const badRequest = (error: string) => new ApiError(400, { error, code: 'invalid_request' });

/** 402 with `balance`, as the SDK reads it; the Billing guide prints the nested form. */
export const insufficientCredits = (balance: number) =>
	new ApiError(402, {
		error: 'Insufficient credits',
		code: 'insufficient_credits',
		message:
			'Insufficient credits to make outbound call. Please add credits in your billing dashboard.',
		extra: { balance },
	});

/** 429 with `retry_after`, as the SDK reads it; the Rate limits page prints the nested form. */
export const rateLimited = (seconds: number, headers: Record<string, string> = {}) =>
	new ApiError(
		429,
		{
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
		error,
		code: error.toLowerCase().replaceAll(' ', '_'),
	});
}
