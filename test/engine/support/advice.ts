/** What the error descriptions advise, word for word. */
export const ADVICE = {
	correct: 'Correct the value and run the node again. This request changed nothing.',
	key: 'Open the HMS Sovereign credential and paste a current key from Settings > API Keys in the HMS Sovereign dashboard. Keys expire and can be revoked.',
	credits:
		'Top up under Settings > Billing in the HMS Sovereign dashboard. This request dialled nobody.',
	access:
		'The API key belongs to another organization or lacks permission. Use a key of the organization that owns this resource.',
	pick: 'Pick it from the list. The ID may be mistyped, deleted, or belong to another organization.',
	detach:
		'It is still in use or exists already. Find what uses it, detach it there (set the field to empty with an Update operation), and run the node again.',
	limit: (waited: number, retryIn: number) =>
		`The node waited ${inSeconds(waited)} for the limit. Try again in ${inSeconds(retryIn)}. HMS Sovereign allows 100 requests a minute for each API key and 10 control commands a minute for each call; other workflows with the same key count too. This request was not carried out.`,
	later: 'Try again in a few minutes. The request was repeated 2 times. Nothing was lost.',
	check:
		'This request was sent once and not repeated. Look in HMS Sovereign whether it was carried out before you run it again.',
	connection:
		"Check the Base URL in the HMS Sovereign credential, and this n8n's internet access, proxy and DNS.",
	repeated: 'The request was repeated 2 times.',
	unreadable:
		"Check that the Base URL in the HMS Sovereign credential is the API's address, and that no proxy changes answers.",
	redirect:
		'Redirects are not followed, so that the API key reaches no other host. Correct the Base URL in the HMS Sovereign credential.',
};

/** Ends the message of a write whose outcome nobody knows. */
export const MAYBE_DONE = 'It may have been carried out; check before you run it again.';

function inSeconds(seconds: number): string {
	return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
