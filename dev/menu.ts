import type { Operation, Resource } from '../nodes/HmsSovereign/operation/operation';
import { resources } from '../nodes/HmsSovereign/resources';

/** Every operation of the node's menu, with its resource. */
export function allOperations(): Array<{ resource: Resource; operation: Operation }> {
	return resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ resource, operation })),
	);
}

/** The API operations that an operation of the node says it makes: `POST /calls/outbound`. */
export function declaredCalls({ request, calls }: Operation): string[] {
	return request === undefined ? calls : [`${request.method} ${request.path}`];
}
