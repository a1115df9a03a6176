/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
	type: string;
	data: Buffer;
}

/**
 * Joins pictures to one that moves (APNG: PNG specification, third edition, section 11.3.7), which
 * browsers show wherever they show a PNG. Nothing but Node is needed.
 *
 * @param pictures PNG files of one size
 * @param seconds how long each is shown
 */
export function movingPicture(pictures: Buffer[], seconds: number): Buffer {
	const [first, ...others] = pictures.map(chunksOf);
	const header = dataOf(first, 'IHDR');
	if (others.some((chunks) => !dataOf(chunks, 'IHDR').equals(header))) {
		throw new Error('The pictures have different sizes or colours');
	}
	let sequence = 0;
	const frame = (chunks: Chunk[], isFirst: boolean): Chunk[] => {
		const control = frameControl(sequence++, header, seconds);
		const image = Buffer.concat(
			chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
		);
		if (isFirst) return [control, { type: 'IDAT', data: image }];
		return [control, { type: 'fdAT', data: Buffer.concat([uint32(sequence++), image]) }];
	};
	// 0 plays: for ever.
	const animation = { type: 'acTL', data: Buffer.concat([uint32(pictures.length), uint32(0)]) };
	const frames = [first, ...others].flatMap((chunks, index) => frame(chunks, index === 0));
	return Buffer.concat([
		SIGNATURE,
		...[
			{ type: 'IHDR', data: header },
			animation,
			...frames,
			{ type: 'IEND', data: Buffer.alloc(0) },
		].map(packed),
	]);
}

function chunksOf(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
		at += length + 12;
	}
	return chunks;
}

function dataOf(chunks: Chunk[], type: string): Buffer {
	const found = chunks.find((chunk) => chunk.type === type);
	if (found === undefined) throw new Error(`The picture has no ${type}`);
	return found.data;
}

/** The whole picture, shown for some time, in the place of the one before. */
function frameControl(sequence: number, header: Buffer, seconds: number): Chunk {
	const delay = Buffer.alloc(4);
	delay.writeUInt16BE(Math.round(seconds * 100), 0);
	delay.writeUInt16BE(100, 2);
	const widthAndHeight = header.subarray(0, 8);
	const place = Buffer.alloc(8);
	const data = Buffer.concat([uint32(sequence), widthAndHeight, place, delay, Buffer.alloc(2)]);
	return { type: 'fcTL', data };
}

function packed({ type, data }: Chunk): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
