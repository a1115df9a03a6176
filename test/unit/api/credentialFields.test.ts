import { cleanKey, keyProblem } from '../../../nodes/HmsSovereign/api/apiKey';
import { API_ADDRESS, readBaseUrl } from '../../../nodes/HmsSovereign/api/baseUrl';

const KEY = ['fl', 'live', '0123456789abcdef'].join('_');

describe('A pasted API key', () => {
	it.each([
		KEY,
		`  ${KEY}\n`,
		`"${KEY}"`,
		`'${KEY}'`,
		`\`${KEY}\``,
		`“${KEY}”`,
		`Bearer ${KEY}`,
		`bearer  ${KEY}`,
		`Authorization: Bearer ${KEY}`,
		`"Authorization: Bearer ${KEY}"`,
		`"Bearer ${KEY}",`,
		`\u200b${KEY}\ufeff`,
		`<${KEY}>`,
	])('is taken out of %j', (entered) => {
		expect(cleanKey(entered)).toBe(KEY);
		expect(keyProblem(entered)).toBeUndefined();
	});

	it.each<[unknown, RegExp]>([
		['', /is empty/],
		['   ', /is empty/],
		['""', /is empty/],
		['Bearer ', /is empty|space/],
		[undefined, /is empty/],
		[`${KEY.slice(0, 12)}\n${KEY.slice(12)}`, /a space or line break inside/],
		[`${KEY} ${KEY}`, /a space or line break inside/],
		['olivia@example.com', /an email address/],
		['https://dashboard.voicedock.ai/settings', /a web address/],
		['fl_live_abc...', /shortened/],
		['fl_live_••••••••', /shortened/],
		['fl_live_********', /shortened/],
		['fl_live_schlüssel', /characters that keys never have/],
	])('%j cannot be one, which is said without repeating it', (entered, problem) => {
		expect(keyProblem(entered)).toMatch(problem);
		expect(keyProblem(entered)).toContain('Settings > API Keys');
		if (typeof entered === 'string' && entered.trim().length > 7) {
			expect(keyProblem(entered)).not.toContain(entered);
		}
	});
});

describe('A base URL', () => {
	it.each([
		[API_ADDRESS, API_ADDRESS],
		[` ${API_ADDRESS}// \n`, API_ADDRESS],
		[`"${API_ADDRESS}"`, API_ADDRESS],
		['http://127.0.0.1:3456/api/v1', 'http://127.0.0.1:3456/api/v1'],
		['https://voice.example.com/hms', 'https://voice.example.com/hms'],
		['http://[::1]:3456/api/v1/', 'http://[::1]:3456/api/v1'],
	])('%j is taken as %s', (entered, baseUrl) => {
		expect(readBaseUrl(entered)).toBe(baseUrl);
	});

	it.each<[unknown, RegExp]>([
		['', /is empty/],
		[undefined, /is empty/],
		['api.hmsovereign.com/api/v1', /must start with http/],
		['ftp://api.hmsovereign.com/api/v1', /must start with http/],
		['https://', /must start with http|not a web address/],
		['https://api hmsovereign.com/api/v1', /space or line break/],
		['https://[bad/api/v1', /not a web address/],
		['https://api.hmsovereign.com:99999/api/v1', /not a web address/],
		[`${API_ADDRESS}?key=1`, /before the '\?'/],
		[`${API_ADDRESS}/account#top`, /before the '#'/],
		['https://user:secret@api.hmsovereign.com/api/v1', /user name or password/],
		['https://user@api.hmsovereign.com/api/v1', /user name or password/],
		['https://api.hmsovereign.com', /not complete/],
		['https://api.hmsovereign.com/v1', /not complete/],
		['https://api.hmsovereign.com/api', /not complete/],
		[`${API_ADDRESS}/account`, /goes on too long/],
		['https://API.hmsovereign.com/api/v2', /not complete/],
		['https://dashboard.voicedock.ai', /a web page of HMS Sovereign/],
		['https://doc.hmsovereign.com/api-reference', /a web page of HMS Sovereign/],
		['https://hmsovereign.com', /a web page of HMS Sovereign/],
	])('%j cannot be one, and the right one is named', (entered, problem) => {
		const read = () => readBaseUrl(entered);
		expect(read).toThrow(problem);
		expect(read).toThrow(/Check the Base URL .* It is https:\/\/api\.hmsovereign\.com\/api\/v1/);
		expect(read).not.toThrow(/secret/);
	});
});
