import type { AxiosResponse } from 'axios';
import { useSharedSandbox, type SharedSandbox } from './helpers';

/** One call second takes less than 2 ms. */
const CALL_SPEED = 600;
export const DESTINATION = '+31612345678';

/** A sandbox whose calls run fast, and the placing of such calls. */
export interface OutboundScene extends SharedSandbox {
	/** Places a call from the reception assistant; `more` goes into the same body. */
	place: (more?: object) => Promise<AxiosResponse>;
	/** Places such a call and gives its id. */
	placedId: (more?: object) => Promise<string>;
}

/** Call at the top of a test file about outbound calls. */
export function useOutboundScene(): OutboundScene {
	const shared = useSharedSandbox({ requestLimit: 100_000, callSpeed: CALL_SPEED });
	const place = async (more: object = {}) => {
		const { reception, reminderLine } = shared.ids();
		return await shared.api().post('/calls/outbound', {
			destination: DESTINATION,
			assistant_id: reception,
			number_id: reminderLine,
			...more,
		});
	};
	return {
		get sandbox() {
			return shared.sandbox;
		},
		api: shared.api,
		ids: shared.ids,
		place,
		placedId: async (more) => (await place(more)).data.call_id as string,
	};
}
