const SAMPLE_RATE = 8000;

/** A fifth of a second of 440 Hz: 8 kHz, 16 bit, mono, with the 44 byte RIFF header. */
export function beep(): Buffer {
	const samples = SAMPLE_RATE / 5;
	const wav = Buffer.alloc(44 + samples * 2);
	wav.write('RIFF', 0);
	wav.writeUInt32LE(wav.length - 8, 4);
	wav.write('WAVEfmt ', 8);
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(SAMPLE_RATE, 24);
	wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
	wav.writeUInt16LE(2, 32);
	wav.writeUInt16LE(16, 34);
	wav.write('data', 36);
	wav.writeUInt32LE(samples * 2, 40);
	for (let i = 0; i < samples; i += 1) {
		const value = Math.sin((2 * Math.PI * 440 * i) / SAMPLE_RATE) * 8000;
		wav.writeInt16LE(Math.round(value), 44 + i * 2);
	}
	return wav;
}
