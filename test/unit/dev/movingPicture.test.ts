/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

import { movingPicture } from '../../../dev/pictures/movingPicture';

const uint32 = (value: number) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

/** A picture of one row of grey pixels. */
function pixels(grey: number, width = 1): Buffer {
	const header = Buffer.concat([uint32(width), uint32(1), Buffer.from([8, 0, 0, 0, 0])]);
	const image = deflateSync(Buffer.from([0, ...Array.from({ length: width }, () => grey)]));
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', image),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function read(png: Buffer): Array<{ type: string; data: Buffer }> {
	const chunks = [];
	for (let at = 8; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const body = png.subarray(at + 4, at + 8 + length);
		expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
		chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
		at += length + 12;
	}
	return chunks;
}

it('joins pictures in the order that the standard of moving PNGs asks for', () => {
	const chunks = read(movingPicture([pixels(10), pixels(20), pixels(30)], 2.5));
	expect(chunks.map(({ type }) => type)).toEqual([
		...['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND'],
	]);
	const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT');
	expect(numbered.map(({ data }) => data.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4]);
	const [, , control] = chunks;
	expect(control.data).toHaveLength(26);
	expect(control.data.readUInt16BE(20) / control.data.readUInt16BE(22)).toBe(2.5);
	const last = chunks.filter(({ type }) => type === 'fdAT').at(-1);
	expect([...inflateSync(last?.data.subarray(4) ?? Buffer.alloc(0))]).toEqual([0, 30]);
});

it('refuses pictures of different sizes', () => {
	expect(() => movingPicture([pixels(10), pixels(20, 2)], 1)).toThrow('different sizes');
});
