import { RATE, type Stereo } from './stereo.ts';

/** Interleaves to a WAV file of 32-bit floats. */
export function wavFile(sound: Stereo): Buffer {
  const samples = sound.left.length;
  const data = Buffer.alloc(samples * 8);
  for (let i = 0; i < samples; i++) {
    data.writeFloatLE(sound.left[i]!, i * 8);
    data.writeFloatLE(sound.right[i]!, i * 8 + 4);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(3, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 8, 28);
  header.writeUInt16LE(8, 32);
  header.writeUInt16LE(32, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

/** Splits interleaved 32-bit float samples. */
export function deinterleave(bytes: Buffer): Stereo {
  const samples = Math.floor(bytes.length / 8);
  const left = new Float32Array(samples);
  const right = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    left[i] = bytes.readFloatLE(i * 8);
    right[i] = bytes.readFloatLE(i * 8 + 4);
  }
  return { left, right };
}
