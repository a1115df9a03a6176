import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { ApiClient } from '../../api/client';
import type { Connection } from '../../api/connection';
import { ownAddress } from '../ownAddress';
import { readSettings } from '../settings';
import { triggerSecret } from '../triggerSecret';
import { FormerWebhooks } from './formerWebhooks';
import { isAbandoned } from './otherN8n';
import { Registration } from './registration';

/** The registration of the trigger that n8n asks about. @param isTest somebody listens in the editor */
export function registrationOf(
	context: IHookFunctions | IWebhookFunctions,
	connection: Connection,
	isTest: boolean,
): Registration {
	const own = ownAddress(context);
	const { events, takeOver } = readSettings(context);
	return new Registration({
		client: new ApiClient(context, connection),
		own,
		secret: triggerSecret(connection, own),
		events,
		isTest,
		takeOver,
		records: new FormerWebhooks(context.getWorkflowStaticData('node'), own.mark),
		isAbandoned: async (url) => await isAbandoned(context, url),
		logger: context.logger,
	});
}
