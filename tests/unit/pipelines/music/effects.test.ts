import { describe, expect, it } from 'vitest';
import { EFFECT_PLANS, effectSound } from '../../../../src/pipelines/music/effects/make.ts';
import { biquad, filtered } from '../../../../src/pipelines/music/sound/filters.ts';
import { truePeak } from '../../../../src/pipelines/music/sound/peak.ts';
import { RATE } from '../../../../src/pipelines/music/sound/stereo.ts';

const energy = (signal: Float32Array): number => signal.reduce((sum, x) => sum + x * x, 0);

describe.each(Object.entries(EFFECT_PLANS))('%s', (_, plan) => {
  const sound = effectSound(plan);

  it('is quiet against the music and never clips', () => {
    expect(truePeak(sound)).toBeLessThan(-8);
    expect(sound.left.every(Number.isFinite)).toBe(true);
  });

  it('begins and ends without a click', () => {
    const { left } = sound;
    const highest = left.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0);
    const jump = plan.hall
      ? Math.abs(left[0]!) + Math.abs(left.at(-1)!)
      : Math.abs(left[0]! - left.at(-1)!);
    expect(jump / highest).toBeLessThan(0.15);
  });
});

it('the heartbeat is heard on a phone: a good part of it lies above 200 Hz', () => {
  const { left } = effectSound(EFFECT_PLANS.heartbeat);
  const above = filtered(
    filtered(left, biquad('highpass', RATE, 200)),
    biquad('highpass', RATE, 200),
  );
  expect(energy(above) / energy(left)).toBeGreaterThan(0.08);
});

it('the heartbeat beats twice a second pair', () => {
  const { left } = effectSound(EFFECT_PLANS.heartbeat);
  const part = (from: number, to: number) => energy(left.subarray(from * RATE, to * RATE));
  expect(part(0.05, 0.25)).toBeGreaterThan(20 * part(0.7, 0.9));
  expect(part(1.05, 1.25)).toBeGreaterThan(20 * part(1.7, 1.9));
});
