import { describe, expect, it } from 'vitest';
import { ballistic } from '../../../../src/pipelines/art/choreography/motion/ballistics.ts';
import { breath } from '../../../../src/pipelines/art/choreography/motion/breath.ts';
import {
  FOLLOWERS,
  follow,
  followDirection,
  SETTLE,
} from '../../../../src/pipelines/art/choreography/motion/follow.ts';
import { plantLeg } from '../../../../src/pipelines/art/choreography/motion/plant.ts';
import { restHand } from '../../../../src/pipelines/art/choreography/motion/rest.ts';
import { spotting } from '../../../../src/pipelines/art/choreography/motion/spotting.ts';
import {
  directionTrack,
  heldTrack,
  type Knot,
  scalarTrack,
} from '../../../../src/pipelines/art/choreography/motion/tracks.ts';
import * as arms from '../../../../src/pipelines/art/choreography/poses/arms.ts';
import * as legs from '../../../../src/pipelines/art/choreography/poses/legs.ts';
import { fifth, whole } from '../../../../src/pipelines/art/choreography/poses/named.ts';
import { bend } from '../../../../src/pipelines/art/choreography/poses/sides.ts';
import {
  ARM,
  chestOf,
  FOREARM,
  shoulderOf,
} from '../../../../src/pipelines/art/choreography/reach.ts';
import {
  legOf,
  legPoints,
  pelvisFrame,
} from '../../../../src/pipelines/art/choreography/stance.ts';
import {
  add,
  apply,
  length,
  normalize,
  scale,
  type Vec3,
} from '../../../../src/pipelines/art/linear.ts';

const through = <T>(at: number, value: T): Knot<T> => ({ at, value, flow: 'through' });
const rest = <T>(at: number, value: T): Knot<T> => ({ at, value, flow: 'rest' });

describe('tracks', () => {
  const track = scalarTrack([
    rest(0, 0),
    through(5, 20),
    through(9, 100),
    rest(20, 100),
    rest(30, 10),
  ]);

  it('pass through their knots and stand still outside them', () => {
    expect(track(-3)).toBe(0);
    expect(track(5)).toBeCloseTo(20, 9);
    expect(track(9)).toBeCloseTo(100, 9);
    expect(track(44)).toBe(10);
  });

  it('never go beyond their knots', () => {
    for (let f = 0; f <= 30; f += 0.1) {
      expect(track(f)).toBeGreaterThanOrEqual(-1e-9);
      expect(track(f)).toBeLessThanOrEqual(100 + 1e-9);
    }
    for (let f = 9; f <= 20; f += 0.5) expect(track(f)).toBeCloseTo(100, 9);
  });

  it('have no break in speed', () => {
    const speed = (f: number) => (track(f + 1e-4) - track(f - 1e-4)) / 2e-4;
    for (const knot of [5, 9, 20]) expect(speed(knot - 0.01)).toBeCloseTo(speed(knot + 0.01), 0);
    expect(speed(5)).toBeGreaterThan(1);
  });

  it('carry directions on the sphere', () => {
    const arc = directionTrack([
      rest<Vec3>(0, [0, -2, 0]),
      through<Vec3>(6, [3, 0, 0]),
      rest<Vec3>(12, [0, 1, 0]),
    ]);
    for (let f = 0; f <= 12; f += 0.5) expect(length(arc(f))).toBeCloseTo(1, 9);
    expect(arc(6)[0]).toBeCloseTo(1, 9);
    // Half way to the side it is half way up: an arc, not a chord.
    expect(arc(3)[0]).toBeGreaterThan(0.5);
    expect(arc(3)[1]).toBeLessThan(-0.5);
  });

  it('hold a choice until the next', () => {
    const held = heldTrack([rest(0, 'left'), rest(7, 'right')]);
    expect([held(-1), held(6.9), held(7)]).toEqual(['left', 'left', 'right']);
  });
});

describe('following', () => {
  const step = (frame: number) => (frame < 10 ? 0 : 1);

  it('comes later the further out the part is', () => {
    const half = (frequency: keyof typeof FOLLOWERS) => {
      const part = follow(step, FOLLOWERS[frequency]);
      let f = 10;
      while (part(f) < 0.5) f += 0.05;
      return f;
    };
    expect(half('upper')).toBeLessThan(half('fore'));
    expect(half('fore')).toBeLessThan(half('hand'));
  });

  it('passes its goal a little and settles on it', () => {
    const hand = follow(step, FOLLOWERS.hand);
    let highest = 0;
    for (let f = 10; f < 30; f += 0.1) highest = Math.max(highest, hand(f));
    expect(highest).toBeGreaterThan(1.02);
    expect(highest).toBeLessThan(1.2);
    expect(hand(10 + SETTLE + 0.5)).toBeCloseTo(1, 9);
    expect(hand(9)).toBe(0);
  });

  it('keeps directions at unit length', () => {
    const turning = (f: number): Vec3 => [Math.cos(f / 4), Math.sin(f / 4), 0];
    const hand = followDirection(turning, FOLLOWERS.hand);
    for (let f = 0; f < 20; f++) expect(length(hand(f))).toBeCloseTo(1, 9);
  });
});

describe('spotting', () => {
  it('keeps the gaze on the spot at first and finds it again ahead of the body', () => {
    expect(spotting(40)).toBeCloseTo(-40, 9);
    expect(spotting(-40)).toBeCloseTo(40, 9);
    expect(spotting(320)).toBeCloseTo(40, 9);
    expect(spotting(-320)).toBeCloseTo(-40, 9);
    expect(spotting(360)).toBeCloseTo(0, 9);
  });

  it('whips round faster than the body, within what a neck can do', () => {
    let fastest = 0;
    for (let a = -720; a <= 720; a++) {
      expect(Math.abs(spotting(a))).toBeLessThan(78);
      const gaze = spotting(a + 1) + 1 - spotting(a);
      expect(gaze).toBeGreaterThanOrEqual(-1e-9);
      expect(gaze).toBeLessThan(4);
      fastest = Math.max(fastest, gaze);
    }
    expect(fastest).toBeGreaterThan(2);
  });
});

describe('breath', () => {
  it('is still at both ends of a dance, deep where it is asked to be', () => {
    const deep = [{ from: 20, to: 80, depth: 4 }];
    expect(breath(0, 95, deep)).toBe(0);
    expect(breath(95, 95, deep)).toBe(0);
    let most = 0;
    for (let f = 20; f < 80; f++) most = Math.max(most, breath(f, 95, deep));
    expect(most).toBeGreaterThan(3.5);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe('a ballistic path', () => {
  it('has one pull and the heights it was given', () => {
    const h = Array.from({ length: 11 }, (_, i) => ballistic(400, 380, 90, i / 10));
    expect(h[0]).toBe(400);
    expect(h[10]).toBeCloseTo(380, 9);
    expect(h[5]).toBeCloseTo(480, 9);
    for (let i = 2; i < 11; i++) expect(h[i]! - 2 * h[i - 1]! + h[i - 2]!).toBeCloseTo(-7.2, 9);
  });
});

describe('planting a foot', () => {
  const frame = { facing: 35, pelvis: bend(8, 3, -5) };
  const toeOf = (leg: typeof legs.fifthFront) => legPoints(pelvisFrame(frame), leg, 'right', false);

  it.each([
    ['flat in plié', legs.fifthFrontPlie],
    ['en pointe', legs.fifthFrontPointe],
    ['behind', legs.tenduDerriere],
  ])('brings it to a spot near by: %s', (_, leg) => {
    const { planted, toe } = toeOf(leg);
    const target: Vec3 = [planted[0] + 12, toe[1] + 22, planted[2] - 15];
    const there = toeOf(plantLeg(frame, leg, 'right', target));
    expect(there.planted[0]).toBeCloseTo(target[0], 0);
    expect(there.planted[2]).toBeCloseTo(target[2], 0);
    expect(there.toe[1]).toBeCloseTo(target[1], 0);
  });

  it('keeps a flat foot flat', () => {
    const { planted, toe } = toeOf(legs.fifthFrontPlie);
    const leg = plantLeg(frame, legs.fifthFrontPlie, 'right', [
      planted[0],
      toe[1] + 30,
      planted[2],
    ]);
    expect(Math.abs(toeOf(leg).along[1])).toBeLessThan(0.01);
    expect(leg.knee).toBeGreaterThan(legs.fifthFrontPlie.knee);
  });

  it('stretches towards what it cannot reach', () => {
    const leg = plantLeg(frame, legs.fifthFrontPointe, 'right', [0, -600, 0]);
    expect(leg.knee).toBeCloseTo(0, 6);
    expect(Number.isFinite(leg.azimuth + leg.elevation)).toBe(true);
  });
});

describe('a resting hand', () => {
  it('lies where the barre is, however she bends', () => {
    const wrist: Vec3 = [120, 440, -110];
    const poseOf = (sink: boolean) => ({
      ...whole(
        {
          ...fifth,
          ...(sink ? { legLeft: legs.fifthBackPlie, legRight: legs.fifthFrontPlie } : {}),
          armLeft: arms.barre,
        },
        50,
      ),
      place: [4, -2] as const,
    });
    for (const sink of [false, true]) {
      const pose = poseOf(sink);
      const { planted, toe, toeHeight } = legOf(pose, 'left');
      const pelvis: Vec3 = [4 - planted[0], toeHeight - toe[1], -2 - planted[2]];
      const held = restHand({ hand: 'left', from: -20, to: 60, wrist }, 20, pose, [
        pelvis[0],
        pelvis[2],
      ]);
      const chest = chestOf(held);
      const arm = held.armLeft;
      const along = (d: Vec3, l: number) => apply(chest.frame, scale(normalize(d), l));
      const shoulder = add(pelvis, shoulderOf(chest, arm, 'left'));
      const hand = add(shoulder, add(along(arm.upper, ARM), along(arm.fore, FOREARM)));
      for (const k of [0, 1, 2] as const) expect(hand[k]).toBeCloseTo(wrist[k], 0);
    }
  });
});
