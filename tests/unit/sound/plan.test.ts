import { describe, expect, test } from 'vitest';
import { random } from '../../../src/core/maths/chance.ts';
import { moveLevel } from '../../../src/core/sound/levels.ts';
import { type Held, MOST_HELD, plan } from '../../../src/core/sound/plan.ts';
import { CUE_IDS } from '../../../src/pipelines/music/cues/index.ts';
import type { CueId } from '../../../src/schemas/repertoire.ts';

const [A, B, C, D] = CUE_IDS as unknown as [CueId, CueId, CueId, CueId];
const held = (id: CueId, level: number, ready = true): Held => ({
  id,
  level,
  ready,
  sounding: level > 0,
});
const wish = (wanted: CueId | null, next: CueId | null = null, failed: CueId[] = []) => ({
  wanted,
  next,
  failed: new Set(failed),
});

describe('what is loaded and let go of', () => {
  test('first the wanted one, then the next', () => {
    expect(plan([], wish(A, B))).toMatchObject({ lead: null, load: A, room: true });
    expect(plan([held(A, 0, false)], wish(A, B))).toMatchObject({ lead: null, load: null });
    expect(plan([held(A, 0)], wish(A, B))).toMatchObject({ lead: A, load: B, room: true });
  });

  test('what has been passed goes when it is silent, and only then comes what follows', () => {
    const two = plan([held(A, 0.3), held(B, 0.7)], wish(B, C));
    expect(two).toMatchObject({ lead: B, drop: [], load: C, room: false });
    expect(plan([held(A, 0), held(B, 1)], wish(B, C))).toMatchObject({
      drop: [A],
      load: C,
      room: true,
    });
  });

  test('a jump: the loudest stays until the wanted one is here; what was loaded ahead makes way', () => {
    expect(plan([held(A, 1), held(B, 0)], wish(D, C))).toEqual({
      lead: A,
      drop: [B],
      load: D,
      room: true,
    });
    expect(plan([held(A, 0.6), held(B, 0.4)], wish(D, C))).toMatchObject({
      lead: A,
      drop: [],
      room: false,
    });
  });

  test('what is being decoded is not torn away', () => {
    expect(plan([held(A, 1), held(B, 0, false)], wish(D))).toMatchObject({ drop: [], room: false });
  });

  test('one that cannot come leaves silence, and the next is still made ready', () => {
    expect(plan([held(A, 1)], wish(B, C, [B]))).toMatchObject({ lead: null, load: C });
    expect(plan([held(A, 1)], wish(null))).toMatchObject({ lead: null, load: null });
  });
});

test('a reader who races to and fro: at most two are held, power is constant, the last wish leads', () => {
  const noise = random(11);
  const hall: { id: CueId; level: number; ready: boolean; sounding: boolean; wait: number }[] = [];
  let at = 0;
  let begun = false;
  const step = (wanted: CueId, next: CueId | null) => {
    const { lead, drop, load, room } = plan(hall, wish(wanted, next));
    for (const id of drop)
      hall.splice(
        hall.findIndex((one) => one.id === id),
        1,
      );
    if (load && room)
      hall.push({
        id: load,
        level: 0,
        ready: false,
        sounding: false,
        wait: Math.floor(noise() * 30),
      });
    for (const one of hall) {
      if (!one.ready) one.ready = one.wait-- <= 0;
      else {
        one.level = moveLevel(one.level, one.id === lead ? 1 : 0, 1 / 60);
        one.sounding = one.level > 0;
      }
    }
    expect(hall.length).toBeLessThanOrEqual(MOST_HELD);
    const power = hall.reduce((sum, { level }) => sum + Math.sin((level * Math.PI) / 2) ** 2, 0);
    begun ||= power > 1 - 1e-9;
    if (begun) expect(power).toBeCloseTo(1, 6);
  };
  for (let frame = 0; frame < 6000; frame++) {
    if (noise() < 0.05) at = Math.floor(noise() * CUE_IDS.length);
    step(CUE_IDS[at]!, CUE_IDS[at + 1] ?? null);
  }
  for (let frame = 0; frame < 300; frame++) step(CUE_IDS[9]!, null);
  expect(hall.filter(({ level }) => level > 0)).toMatchObject([{ id: CUE_IDS[9], level: 1 }]);
});
