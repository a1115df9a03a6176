/** What was answered to a delivery, once it is known; undefined = nothing the sender uses. */
export type Answer = Promise<object | undefined>;

/** HMS Sovereign documents no retry; a day is longer than any sender goes on trying. */
const KEPT_MS = 24 * 3_600_000;

/** About 1 MB. The oldest are forgotten first. */
const MOST_DELIVERIES = 5_000;

/** Characters of all answers together; the oldest answers are dropped first, their deliveries stay known. */
const MOST_ANSWERED = 4_000_000;

interface Started {
	until: number;
	answer: Answer;
	/** Characters of the answer. */
	size: number;
}

/**
 * Deliveries that have started a workflow, in this process. n8n's queue mode with several webhook
 * processes has one memory each, and a restart forgets: static data is no help, since n8n saves it after
 * the execution has begun and two deliveries at once would overwrite each other.
 */
export class StartedDeliveries {
	private readonly started = new Map<string, Started>();

	private answered = 0;

	/** The answer that was or will be given to this delivery; undefined = it is the first of its kind. */
	answerBefore(key: string, now: number): Answer | undefined {
		const known = this.started.get(key);
		return known !== undefined && known.until > now ? known.answer : undefined;
	}

	/** @param instead what a repeated delivery is answered when the answer itself takes too much room */
	remember(key: string, answer: Answer, now: number, instead?: object): void {
		this.forget(key);
		const delivery: Started = { until: now + KEPT_MS, answer, size: 0 };
		this.started.set(key, delivery);
		for (const oldest of this.started.keys()) {
			if (this.started.size <= MOST_DELIVERIES) break;
			this.forget(oldest);
		}
		void answer.then((body) => {
			if (body === undefined || this.started.get(key) !== delivery) return;
			delivery.size = JSON.stringify(body).length;
			this.answered += delivery.size;
			if (this.answered > MOST_ANSWERED) this.dropAnswers(Promise.resolve(instead));
		});
	}

	/** The workflow could not be started after all, so the sender may try again. */
	forget(key: string): void {
		this.answered -= this.started.get(key)?.size ?? 0;
		this.started.delete(key);
	}

	private dropAnswers(instead: Answer): void {
		for (const delivery of this.started.values()) {
			if (this.answered <= MOST_ANSWERED) return;
			if (delivery.size === 0) continue;
			this.answered -= delivery.size;
			Object.assign(delivery, { answer: instead, size: 0 });
		}
	}
}
