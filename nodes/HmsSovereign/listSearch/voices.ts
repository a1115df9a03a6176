import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import type { Label } from './labels';
import { entriesOf, read, type ListSearch } from './search';

/** The voice that the catalogue lists for the platform's own provider; `GET /voices` does not. */
const PLATFORM_VOICE = { id: 'voicedock', name: 'VoiceDock (the default)' };

/** Where later versions of the API may put a sample to listen to; documented is none. */
const SAMPLES = ['sample_url', 'preview_url', 'sample', 'preview'];

/**
 * The voices of HMS Sovereign (`GET /voices`), in groups by language, since that is what people look for:
 * `Dutch (Netherlands): Pim, female`. A sample opens from the list where the API has one.
 */
export const searchVoices: ListSearch = async function (filter) {
	const rows = await read(this, async (client) =>
		rowsOf(await client.send({ method: 'GET', path: '/voices' }), 'voices'),
	);
	const samples = new Map(rows.map((row) => [String(row.id), sampleOf(row)]));
	const results = entriesOf(rows, voice, filter, alsoFoundBy)
		.sort((a, b) => a.name.localeCompare(b.name))
		.map((entry) => withSample(entry, samples.get(String(entry.value))));
	return { results };
};

/** The same, with the default voice of the platform before them. */
export const searchPlatformVoices: ListSearch = async function (filter) {
	const others = await searchVoices.call(this, filter);
	const [first] = entriesOf([PLATFORM_VOICE], ({ name }) => String(name), filter);
	return { results: [...(first === undefined ? [] : [first]), ...others.results] };
};

const voice: Label = (row) => {
	const who = [textIn(row, 'name') ?? String(row.id), textIn(row, 'gender')];
	const named = who.filter((part) => part !== undefined).join(', ');
	const language = languageOf(row);
	return language === undefined ? named : `${language}: ${named}`;
};

/** Descriptions hold the names of languages in Dutch and English. */
const alsoFoundBy: Label = ({ description, language }) =>
	`${JSON.stringify(description ?? '')} ${String(language ?? '')}`;

/** IDs begin with the country's variant of the language: `nl_BE-rik-medium`. */
function languageOf(row: IDataObject): string | undefined {
	const language = textIn(row, 'language');
	if (language === undefined) return undefined;
	const [locale] = String(row.id).split('-');
	const code = locale.startsWith(`${language}_`) ? locale.replace('_', '-') : language;
	return nameOfLanguage(code) ?? language;
}

function nameOfLanguage(code: string): string | undefined {
	try {
		return new Intl.DisplayNames(['en'], { type: 'language' }).of(code);
	} catch {
		return undefined;
	}
}

function sampleOf(row: IDataObject): string | undefined {
	const samples = SAMPLES.map((name) => textIn(row, name));
	return samples.find((sample) => sample !== undefined && /^https?:\/\//i.test(sample));
}

/** n8n shows the address as a link beside the voice that is chosen. */
function withSample(entry: INodeListSearchItems, url: string | undefined): INodeListSearchItems {
	return url === undefined ? entry : { ...entry, url };
}

function textIn(row: IDataObject, name: string): string | undefined {
	const value = row[name];
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
