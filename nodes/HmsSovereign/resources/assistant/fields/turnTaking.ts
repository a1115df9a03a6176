import { numberField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';

const turn = (
	name: string,
	as: string,
	displayName: string,
	description: string,
	range: { min: number; max: number; preset: number; digits?: number },
) =>
	numberField({
		displayName: `Turn Taking: ${displayName}`,
		name,
		as: `speech_config.turn_taking.${as}`,
		description,
		...range,
	});

/** When the assistant begins and stops to speak; not for realtime models. Seconds, unless named. */
export const turnTaking: Field[] = [
	turn(
		'falseInterruptionTimeout',
		'false_interruption_timeout',
		'False Interruption (Seconds)',
		'How long after a mere noise the assistant goes on with what it was saying',
		{ min: 0.2, max: 5, preset: 1.5, digits: 2 },
	),
	turn(
		'interruptionMinDuration',
		'interruption_min_duration',
		'Interruption (Seconds)',
		'How long a caller must speak to interrupt the assistant',
		{ min: 0.05, max: 2, preset: 0.3, digits: 2 },
	),
	turn(
		'interruptionMinWords',
		'interruption_min_words',
		'Interruption (Words)',
		'How many words a caller must speak to interrupt the assistant; 0 turns this off',
		{ min: 0, max: 10, preset: 0 },
	),
	turn(
		'endpointingMaxDelay',
		'endpointing_max_delay',
		'Longest Wait (Seconds)',
		'How long the assistant waits for a caller who may not be finished',
		{ min: 0.1, max: 5, preset: 2, digits: 2 },
	),
	turn(
		'endpointingMinDelay',
		'endpointing_min_delay',
		'Shortest Wait (Seconds)',
		'How long the assistant waits after a caller has finished',
		{ min: 0.1, max: 5, preset: 0.4, digits: 2 },
	),
];
