import { describe, expect, it } from 'vitest';
import { convolve } from '../../../../src/pipelines/music/sound/fourier.ts';
import { loudness } from '../../../../src/pipelines/music/sound/loudness.ts';
import { mastered } from '../../../../src/pipelines/music/sound/master.ts';
import { truePeak } from '../../../../src/pipelines/music/sound/peak.ts';
import { RATE, type Stereo } from '../../../../src/pipelines/music/sound/stereo.ts';

function sine(hertz: number, level: number, seconds: number, phase = 0): Float32Array {
  return Float32Array.from(
    { length: seconds * RATE },
    (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / RATE + phase),
  );
}
const silent = (seconds: number) => new Float32Array(seconds * RATE);

describe('loudness', () => {
  it('reads -3.01 LUFS for a full-scale 997 Hz sine in one channel, as BS.1770 says', () => {
    const sound: Stereo = { left: sine(997, 1, 3), right: silent(3) };
    expect(loudness(sound, RATE)).toBeCloseTo(-3.01, 1);
  });

  it('reads -23 LUFS for the first test tone of EBU Tech 3341', () => {
    const tone = sine(1000, 10 ** (-23 / 20), 4);
    expect(loudness({ left: tone, right: tone }, RATE)).toBeCloseTo(-23, 1);
  });

  it('leaves out quiet passages, after the gates', () => {
    const loud = sine(1000, 10 ** (-23 / 20), 4);
    const soft = sine(1000, 10 ** (-40 / 20), 4);
    const both = Float32Array.from([...soft, ...loud]);
    expect(loudness({ left: both, right: both }, RATE)).toBeCloseTo(-23, 0);
  });
});

describe('the true peak', () => {
  it('finds the crest between samples', () => {
    // At a quarter of the rate and 45 degrees every sample lies 3 dB below the crest.
    const tone = sine(RATE / 4, 0.5, 1, Math.PI / 4);
    expect(truePeak({ left: tone, right: tone })).toBeCloseTo(-6.02, 0);
    expect(Math.max(...tone)).toBeLessThan(0.36);
  });
});

describe('mastering', () => {
  it('meets the target and holds peaks below -2 dB', () => {
    const music = sine(400, 0.05, 4);
    for (let i = 0; i < music.length; i += RATE / 2)
      for (let k = 0; k < 400; k++) music[i + k]! += Math.sin(k / 3) * Math.exp(-k / 80);
    const out = mastered({ left: music, right: music });
    expect(loudness(out, RATE)).toBeCloseTo(-20, 0);
    expect(truePeak(out)).toBeLessThan(-1.9);
  });
});

it('convolution agrees with its definition', () => {
  const signal = Float32Array.from({ length: 50 }, (_, i) => Math.sin(i));
  const response = Float32Array.from({ length: 7 }, (_, i) => 1 / (i + 1));
  const out = convolve(signal, response);
  for (const n of [0, 3, 20, 49, 52]) {
    const sum = [...response].reduce((s, h, k) => s + h * (signal[n - k] ?? 0), 0);
    expect(out[n]).toBeCloseTo(sum, 4);
  }
});
