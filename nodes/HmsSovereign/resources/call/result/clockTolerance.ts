/**
 * How much more of the API's list of calls is read than the clocks demand, in milliseconds: the local
 * clock may be wrong before the first answer, and a call may appear in the list late.
 */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
