import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { isApiFailure, type ApiFailure, type FailureFacts } from './errors';
import { InputError } from './inputError';

export interface ErrorPlace {
	node: INode;
	itemIndex?: number;
	/** Names the parameter that the API refused, as the user sees it. */
	parameterIn?: (facts: FailureFacts) => string | undefined;
	/** What was carried out before the failure. */
	before?: string;
}

/**
 * Turns anything thrown into the error that n8n shows. n8n's own errors (an expression that fails, a
 * missing credential) already say what to do and stay as they are.
 */
export function toNodeError(error: unknown, place: ErrorPlace): Error {
	if (isApiFailure(error)) return apiError(error, place);
	const { node, itemIndex, before } = place;
	if (error instanceof Error && !isOurs(error)) {
		if (isNodeError(error) && itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	const message = error instanceof Error ? error.message : String(error);
	const advice = error instanceof InputError ? error.advice : undefined;
	const description = sentences(advice, before);
	return withMessage(new NodeOperationError(node, message, { itemIndex, description }), message);
}

/** Plain Errors of this package carry words for people; n8n's own kinds have other names. */
function isOurs(error: Error): boolean {
	return ['Error', 'InputError', 'StoppedError'].includes(error.name);
}

/** By its name: a linked package has its own copy of n8n-workflow, which `instanceof` does not know. */
function isNodeError(error: Error): error is NodeOperationError {
	return error.name === 'NodeOperationError' || error.name === 'NodeApiError';
}

function apiError({ facts }: ApiFailure, { node, itemIndex, parameterIn, before }: ErrorPlace) {
	const { status, details, request } = facts;
	const message = [facts.message, details.join('; ')].filter((text) => text !== '').join(': ');
	const parameter = status === 400 || status === 422 ? parameterIn?.(facts) : undefined;
	const answer = status === undefined ? 'was not answered' : `was answered with ${status}`;
	const item = itemIndex === undefined ? '' : ` (item ${itemIndex})`;
	const error = new NodeApiError(node, { message, statusCode: status ?? null } as JsonObject, {
		message,
		description: sentences(
			parameter && `Check the parameter '${parameter}'.`,
			facts.advice,
			before,
			`${request} ${answer}${item}.`,
		),
		httpCode: status?.toString(),
		itemIndex,
	});
	error.context.data = {
		request,
		message: facts.message,
		...(status !== undefined && { status }),
		...(details.length > 0 && { details }),
	} as IDataObject;
	return withMessage(error, message);
}

/**
 * n8n replaces a message that contains a code of Node's anywhere ("reaccess" holds EACCES) by a stock
 * sentence, so the message is set once more after the error was made.
 */
function withMessage<T extends Error>(error: T, message: string): T {
	error.message = message;
	return error;
}

function sentences(...parts: Array<string | undefined>): string {
	return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
