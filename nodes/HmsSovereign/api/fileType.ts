/** An audio file's type and the usual ending of its name. */
export interface FileType {
	mime: string;
	extension: string;
}

/** How audio files begin, byte for byte; `?` stands for any byte. */
const BEGINNINGS: Array<FileType & { begins: string }> = [
	{ begins: 'RIFF????WAVE', mime: 'audio/wav', extension: 'wav' },
	{ begins: 'ID3', mime: 'audio/mpeg', extension: 'mp3' },
	{ begins: '\xff\xfb', mime: 'audio/mpeg', extension: 'mp3' },
	{ begins: '\xff\xf3', mime: 'audio/mpeg', extension: 'mp3' },
	{ begins: '\xff\xf2', mime: 'audio/mpeg', extension: 'mp3' },
	{ begins: '\xff\xf1', mime: 'audio/aac', extension: 'aac' },
	{ begins: 'OggS', mime: 'audio/ogg', extension: 'ogg' },
	{ begins: 'fLaC', mime: 'audio/flac', extension: 'flac' },
	{ begins: '????ftyp', mime: 'audio/mp4', extension: 'm4a' },
	{ begins: '\x1a\x45\xdf\xa3', mime: 'audio/webm', extension: 'webm' },
];

/**
 * The type of an audio file by its first bytes, since hosts of recordings often say
 * `application/octet-stream`; else by what the host says, if that is audio or video.
 *
 * @returns undefined for what is no audio: an error page, an empty file
 */
export function fileTypeOf(
	bytes: Uint8Array,
	contentType: string | undefined,
): FileType | undefined {
	const text = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
	const known = BEGINNINGS.find(({ begins }) => fits(text, begins));
	if (known !== undefined || bytes.length === 0) return known;
	const said = /^(?:audio|video)\/(?:x-)?([\w.+-]+)/i.exec(contentType ?? '');
	return said === null ? undefined : { mime: said[0].toLowerCase(), extension: said[1] };
}

function fits(text: string, begins: string): boolean {
	return Array.from(begins).every((letter, at) => letter === '?' || letter === text[at]);
}
