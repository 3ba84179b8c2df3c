// Sound as it is uploaded: one channel of 16 bits at the rate that callers hear.

const RATE = 16_000;
const HEADER = 44;

/** In one channel, at the rate that callers hear. */
export async function plain(sound: AudioBuffer): Promise<Float32Array> {
    const offline = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * RATE)), RATE);
    const source = offline.createBufferSource();
    source.buffer = sound;
    source.connect(offline.destination);
    source.start();
    return (await offline.startRendering()).getChannelData(0);
}

/** A file of WAV. */
export function wave(samples: Float32Array): Blob {
    const file = new DataView(new ArrayBuffer(HEADER + samples.length * 2));
    const write = (at: number, text: string) => [...text].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
    write(0, 'RIFF');
    file.setUint32(4, file.byteLength - 8, true);
    write(8, 'WAVEfmt ');
    file.setUint32(16, 16, true);
    file.setUint16(20, 1, true);
    file.setUint16(22, 1, true);
    file.setUint32(24, RATE, true);
    file.setUint32(28, RATE * 2, true);
    file.setUint16(32, 2, true);
    file.setUint16(34, 16, true);
    write(36, 'data');
    file.setUint32(40, samples.length * 2, true);
    samples.forEach((sample, i) => file.setInt16(HEADER + i * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true));
    return new Blob([file], { type: 'audio/wav' });
}
