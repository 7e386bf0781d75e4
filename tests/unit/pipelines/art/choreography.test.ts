import { describe, expect, it } from 'vitest';
import {
  DANCES,
  danceOf,
  WRITTEN_DANCES,
} from '../../../../src/pipelines/art/choreography/dances/index.ts';
import {
  legOf,
  reachDown,
  type Side,
  thighDirection,
} from '../../../../src/pipelines/art/choreography/stance.ts';
import type { Vec3 } from '../../../../src/pipelines/art/linear.ts';
import { degrees, dot, normalize, subtract } from '../../../../src/pipelines/art/linear.ts';
import type { ArmPose, LegPose, Pose } from '../../../../src/pipelines/art/pose.ts';
import { REPERTOIRE } from '../../../helpers/repertoire.ts';

const between = (a: Vec3, b: Vec3): number =>
  degrees(Math.acos(Math.min(1, Math.max(-1, dot(normalize(a), normalize(b))))));

const danced = DANCES.map((dance, i) => ({
  dance,
  notation: WRITTEN_DANCES[i]!.notation,
  poses: Array.from({ length: dance.frames }, (_, f) => dance.poseAt(f / (dance.frames - 1))),
}));
const each = danced.map((d) => [d.dance.id, d] as const);

/** Height of the pelvis above the floor. */
function pelvis(pose: Pose): number {
  if (pose.support === 'air') return pose.height + reachDown(pose);
  if (pose.support === 'lowest') return Number.NaN;
  const { toe, toeHeight } = legOf(pose, pose.support);
  return toeHeight - toe[1];
}

describe('the eleven dances', () => {
  it('follow the repertoire', () => {
    expect(DANCES.map(({ id }) => id)).toEqual(REPERTOIRE.entries.map(({ dance }) => dance));
  });

  it('are one unbroken dance: each begins in the pose, place and light in which the last one ends', () => {
    for (const [i, next] of DANCES.entries()) {
      const before = DANCES[i - 1];
      if (before === undefined) continue;
      expect(next.poseAt(0), next.id).toEqual(before.poseAt(1));
      expect(next.lightAt(0), next.id).toEqual(before.lightAt(1));
    }
  });

  it('change nothing but the dress where they meet', () => {
    for (const [i, next] of DANCES.entries()) {
      const before = DANCES[i - 1];
      if (before === undefined) continue;
      const { skirt: _, stain: __, ...worn } = before.costumeAt(1);
      expect(next.costumeAt(0), next.id).toMatchObject(worn);
    }
  });

  it('leave the red shoes alone at the end', () => {
    const last = danceOf('a-new-kind-of-killer');
    expect(last.costumeAt(0.5).figure).toBe(true);
    expect(last.costumeAt(1)).toMatchObject({ figure: false, shoes: true });
  });

  it('name the others when one is asked for that is not there', () => {
    expect(() => danceOf('tango')).toThrow(/no dance is called "tango"; there are introduction, /);
  });

  it('take up and put down knives only with the hands behind her', () => {
    for (const { dance, poses } of danced) {
      poses.forEach((pose, f) => {
        if (f === 0) return;
        const before = dance.costumeAt((f - 1) / (dance.frames - 1)).blades;
        const now = dance.costumeAt(f / (dance.frames - 1)).blades;
        if (before[0] === now[0] && before[1] === now[1]) return;
        for (const arm of [pose.armLeft, pose.armRight])
          expect(normalize(arm.fore)[2], `${dance.id} ${f}`).toBeLessThan(-0.2);
      });
    }
  });

  it('bleed over the white dress and over the leotard of the empty theatre, and only ever more', () => {
    for (const { dance } of danced) {
      let before = 0;
      for (let f = 0; f < dance.frames; f++) {
        const { skirt, stain } = dance.costumeAt(f / (dance.frames - 1));
        if (skirt !== 'dress' && dance.id !== 'emotional-depth') expect(stain).toBe(0);
        expect(stain).toBeGreaterThanOrEqual(before);
        before = stain;
      }
    }
    expect(danceOf('visual-style').costumeAt(1).stain).toBe(1);
  });
});

/** Stretches of frames in which a pose is so. */
function stretches(id: string, so: (pose: Pose) => boolean): number[] {
  const { poses } = danced.find(({ dance }) => dance.id === id)!;
  const lengths: number[] = [];
  poses.forEach((pose, f) => {
    if (!so(pose)) return;
    if (f > 0 && so(poses[f - 1]!)) lengths[lengths.length - 1]!++;
    else lengths.push(1);
  });
  return lengths;
}

describe('what is danced', () => {
  it('four pirouettes, each with its passé held', () => {
    const passes = stretches('symbolism', ({ legRight }) => legRight.knee > 120);
    expect(passes).toHaveLength(4);
    for (const frames of passes) expect(frames).toBeGreaterThanOrEqual(4);
  });

  it('six fouettés: devant in plié, then à la seconde on the rise, each time', () => {
    const whipped = stretches(
      'female-assassin',
      ({ legRight: { azimuth, elevation, knee } }) =>
        knee < 25 && elevation > 75 && azimuth > 55 && azimuth < 105,
    );
    const devant = stretches(
      'female-assassin',
      ({ legRight: { azimuth, elevation, knee }, legLeft }) =>
        knee < 25 && elevation > 60 && Math.abs(azimuth) < 25 && legLeft.knee > 40,
    );
    expect(whipped).toHaveLength(6);
    expect(devant).toHaveLength(6);
  });

  it('a grand jeté split to the full for frames on end', () => {
    const shank = (pose: Pose, side: Side): Vec3 => {
      const { toe, knee } = legOf(pose, side);
      return subtract(toe, knee);
    };
    const split = stretches(
      'stage-to-streets',
      (pose) => pose.support === 'air' && between(shank(pose, 'right'), shank(pose, 'left')) > 160,
    );
    expect(Math.max(...split)).toBeGreaterThanOrEqual(6);
  });

  it('a march in which the head stays on one level while the knees give', () => {
    const { poses } = danced.find(({ dance }) => dance.id === 'john-wick')!;
    const marched = poses.slice(38, 77);
    const heights = marched.map(pelvis);
    expect(Math.max(...heights)).toBeLessThan(400);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(70);
  });
});

describe.each(each)('%s', (slug, { dance, notation, poses }) => {
  it('has 60 to 96 frames and a best one among them', () => {
    expect(dance.frames).toBeGreaterThanOrEqual(60);
    expect(dance.frames).toBeLessThanOrEqual(96);
    expect(Number.isInteger(dance.best)).toBe(true);
    expect(dance.best).toBeGreaterThan(0);
    expect(dance.best).toBeLessThan(dance.frames);
  });

  it('moves: its frames differ', () => {
    expect(new Set(poses.map((p) => JSON.stringify(p))).size).toBeGreaterThan(dance.frames * 0.8);
  });

  it('never jumps from frame to frame', () => {
    const leg = (a: LegPose, b: LegPose, what: string) => {
      expect(between(thighDirection(a), thighDirection(b)), `${what} thigh`).toBeLessThan(46);
      for (const key of ['turnout', 'toes'] as const)
        expect(Math.abs(a[key] - b[key]), `${what} ${key}`).toBeLessThan(40);
      // A leg whipped from retiré is the fastest: three frames.
      expect(Math.abs(a.knee - b.knee), `${what} knee`).toBeLessThan(70);
      // A relevé is sprung: the ankle goes from plié to pointe in two or three frames.
      expect(Math.abs(a.ankle - b.ankle), `${what} ankle`).toBeLessThan(76);
    };
    const arm = (a: ArmPose, b: ArmPose, what: string) => {
      for (const key of ['upper', 'fore', 'hand'] as const)
        expect(between(a[key], b[key]), `${what} ${key}`).toBeLessThan(key === 'hand' ? 62 : 48);
    };
    for (let f = 1; f < poses.length; f++) {
      const a = poses[f - 1]!;
      const b = poses[f]!;
      leg(a.legLeft, b.legLeft, `frame ${f} left`);
      leg(a.legRight, b.legRight, `frame ${f} right`);
      arm(a.armLeft, b.armLeft, `frame ${f} left arm`);
      arm(a.armRight, b.armRight, `frame ${f} right arm`);
      expect(Math.abs(a.facing - b.facing), `frame ${f} facing`).toBeLessThan(56);
      for (const part of ['pelvis', 'spine', 'head'] as const)
        for (const axis of ['pitch', 'roll', 'twist'] as const)
          expect(
            Math.abs(a[part][axis] - b[part][axis]),
            `frame ${f} ${part} ${axis}`,
          ).toBeLessThan(part === 'head' ? 75 : 16);
    }
  });

  it('stays within what a body can do', () => {
    for (const [f, p] of poses.entries()) {
      for (const leg of [p.legLeft, p.legRight]) {
        expect(leg.knee, `frame ${f}`).toBeGreaterThanOrEqual(0);
        expect(leg.knee, `frame ${f}`).toBeLessThanOrEqual(152);
        expect(leg.ankle, `frame ${f}`).toBeGreaterThanOrEqual(-50);
        expect(leg.ankle, `frame ${f}`).toBeLessThanOrEqual(78);
        expect(leg.turnout, `frame ${f}`).toBeGreaterThanOrEqual(10);
        expect(leg.turnout, `frame ${f}`).toBeLessThanOrEqual(92);
        expect(leg.elevation, `frame ${f}`).toBeLessThanOrEqual(150);
      }
      expect(Math.abs(p.head.twist + p.spine.twist), `frame ${f} gaze`).toBeLessThan(82);
      expect(Math.abs(p.head.roll), `frame ${f}`).toBeLessThan(25);
      expect(Math.abs(p.spine.twist), `frame ${f}`).toBeLessThan(35);
    }
  });

  it('keeps the supporting foot on its place while it supports', () => {
    const carried = (f: number) =>
      (notation.carries ?? []).some((c) => f > c.from && f - 1 < c.to) ||
      (notation.jumps ?? []).some((j) => f > j.takeoff && f - 1 < j.landing);
    let stood = 0;
    for (let f = 1; f < poses.length; f++) {
      const a = poses[f - 1]!;
      const b = poses[f]!;
      if (a.support !== b.support || carried(f)) continue;
      expect(b.place, `frame ${f}`).toEqual(a.place);
      stood++;
    }
    expect(stood).toBeGreaterThan(30);
  });

  it('does not tear when the weight changes feet', () => {
    const over = (p: Pose): readonly [number, number] => {
      if (p.support === 'air' || p.support === 'lowest') return p.place;
      const { planted } = legOf(p, p.support);
      return [p.place[0] - planted[0], p.place[1] - planted[2]];
    };
    for (let f = 1; f < poses.length; f++) {
      const a = over(poses[f - 1]!);
      const b = over(poses[f]!);
      expect(Math.hypot(a[0] - b[0], a[1] - b[1]), `frame ${f}`).toBeLessThan(52);
    }
  });

  it('keeps her toes above the floor', () => {
    for (const [f, p] of poses.entries()) {
      if (p.support !== 'left' && p.support !== 'right') continue;
      const height = pelvis(p);
      for (const side of ['left', 'right'] as const) {
        const { toe, ankle } = legOf(p, side, p.support === side);
        expect(height + Math.min(toe[1], ankle[1] - 20), `frame ${f} ${side}`).toBeGreaterThan(-8);
      }
    }
  });

  it('stays inside the frame', () => {
    for (const [f, p] of poses.entries()) {
      expect(Math.abs(p.place[0]), `frame ${f}`).toBeLessThanOrEqual(260);
      expect(Math.abs(p.place[1]), `frame ${f}`).toBeLessThanOrEqual(190);
    }
  });

  it('is the same at the same moment', () => {
    expect(dance.poseAt(0.4321)).toEqual(dance.poseAt(0.4321));
    expect(danceOf(slug)).toBe(dance);
  });

  for (const jump of notation.jumps ?? [])
    it(`falls freely from frame ${jump.takeoff} to ${jump.landing}`, () => {
      const air = poses.slice(jump.takeoff + 1, jump.landing);
      expect(air.length).toBeGreaterThanOrEqual(4);
      for (const pose of air) expect(pose.support).toBe('air');
      const heights = air.map(pelvis);
      const pulls = heights.slice(2).map((h, i) => h - 2 * heights[i + 1]! + heights[i]!);
      for (const pull of pulls) {
        expect(pull).toBeLessThan(0);
        expect(pull).toBeCloseTo(pulls[0]!, 4);
      }
      const speeds = air.slice(1).map((p, i) => p.place[0] - air[i]!.place[0]);
      for (const speed of speeds) expect(speed).toBeCloseTo(speeds[0]!, 6);
    });
});
