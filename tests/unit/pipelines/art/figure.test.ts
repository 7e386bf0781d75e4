import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadBody } from '../../../../src/pipelines/art/anatomy.ts';
import { MissingBodyError } from '../../../../src/pipelines/art/body.ts';
import {
  BLACK_AND_RED,
  type Costume,
  type CostumeState,
  settle,
  WHITE,
} from '../../../../src/pipelines/art/costume.ts';
import { renderFigure } from '../../../../src/pipelines/art/figure.ts';
import { length, subtract, type Vec3 } from '../../../../src/pipelines/art/linear.ts';
import { MATERIAL, MATERIALS } from '../../../../src/pipelines/art/materials.ts';
import type { LegPose, Pose } from '../../../../src/pipelines/art/pose.ts';
import { shoePart } from '../../../../src/pipelines/art/shoe.ts';
import { solvePose, toeTip } from '../../../../src/pipelines/art/stand.ts';
import { mannequin } from '../../../fixtures/body.ts';

const body = mannequin();
const none = { pitch: 0, roll: 0, twist: 0 };
const leg = (change: Partial<LegPose> = {}): LegPose => ({
  azimuth: 90,
  elevation: 0,
  turnout: 0,
  knee: 0,
  ankle: 0,
  toes: 0,
  ...change,
});
const arm = { upper: [1, -1, 0.2], fore: [0.6, -1, 0.6], hand: [0.3, -1, 0.6] } as const;
const pose = (change: Partial<Pose> = {}): Pose => ({
  facing: 0,
  pelvis: none,
  spine: none,
  head: none,
  legLeft: leg(),
  legRight: leg(),
  armLeft: arm,
  armRight: arm,
  support: 'left',
  place: [0, 0],
  height: 0,
  grip: [0, 0],
  ...change,
});
const head = (p: Pose, name: string): Vec3 =>
  solvePose(body, p).skeleton.heads[body.boneIndex.get(name)!]!;
const lowest = (points: Float64Array): number =>
  points.reduce((low, y, i) => (i % 3 === 1 ? Math.min(low, y) : low), Infinity);

describe('a pose puts the foot where it must be', () => {
  it('straight to the side at hip height', () => {
    const side = pose({ legRight: leg({ elevation: 90, ankle: 70 }) });
    const hip = head(side, 'RightUpLeg');
    const ankle = head(side, 'RightFoot');
    expect(ankle[1]).toBeCloseTo(hip[1], 6);
    expect(ankle[2]).toBeCloseTo(hip[2], 6);
    const reach = length(subtract(ankle, hip));
    expect(hip[0] - ankle[0]).toBeCloseTo(reach, 6);
  });
  it('straight behind, whatever the turn-out', () => {
    for (const turnout of [0, 70]) {
      const back = pose({ legRight: leg({ azimuth: 180, elevation: 90, turnout }) });
      const hip = head(back, 'RightUpLeg');
      const ankle = head(back, 'RightFoot');
      expect(ankle[0]).toBeCloseTo(hip[0], 6);
      expect(ankle[1]).toBeCloseTo(hip[1], 6);
      expect(ankle[2]).toBeLessThan(hip[2] - 300);
    }
  });
  it('a bent knee brings the foot of a passé to the other knee’s height', () => {
    const passe = pose({ legRight: leg({ elevation: 70, turnout: 80, knee: 130, ankle: 70 }) });
    const toe = toeTip(body, solvePose(body, passe).skeleton, 'Right');
    expect(Math.abs(toe[1] - head(passe, 'LeftLeg')[1])).toBeLessThan(60);
  });
  it('turns out to her own side', () => {
    const turned = pose({ legLeft: leg({ turnout: 60 }), legRight: leg({ turnout: 60 }) });
    const { skeleton } = solvePose(body, turned);
    expect(toeTip(body, skeleton, 'Left')[0]).toBeGreaterThan(head(turned, 'LeftFoot')[0] + 30);
    expect(toeTip(body, skeleton, 'Right')[0]).toBeLessThan(head(turned, 'RightFoot')[0] - 30);
  });
  it('faces screen right at 90 degrees', () => {
    const { skeleton } = solvePose(body, pose({ facing: 90 }));
    expect(toeTip(body, skeleton, 'Left')[0]).toBeGreaterThan(30);
  });
});

describe('standing', () => {
  const pointed = leg({ ankle: 70 });

  it('en pointe: toe on the floor, ankle and knee above it in one line', () => {
    const up = pose({ legLeft: pointed, legRight: pointed, place: [40, -20] });
    const { skeleton } = solvePose(body, up);
    const toe = toeTip(body, skeleton, 'Left');
    expect(toe[0]).toBeCloseTo(40, 6);
    expect(toe[2]).toBeCloseTo(-20, 6);
    expect(lowest(shoePart(body, skeleton, 'Left', 70).points)).toBeCloseTo(0, 6);
    for (const joint of ['LeftFoot', 'LeftLeg']) {
      expect(head(up, joint)[0]).toBeCloseTo(40, 4);
      expect(head(up, joint)[2]).toBeCloseTo(-20, 4);
    }
  });
  it('keeps the supporting foot planted while everything else moves', () => {
    const feet = [0, 30, 75].map((elevation) => {
      const p = pose({
        legLeft: pointed,
        legRight: leg({ azimuth: 170, elevation, ankle: 70 }),
        facing: elevation * 2,
        pelvis: { pitch: elevation / 4, roll: 0, twist: 0 },
        armLeft: { ...arm, upper: [1, elevation / 90, 0] },
      });
      return toeTip(body, solvePose(body, p).skeleton, 'Left');
    });
    for (const foot of feet) {
      expect(foot[0]).toBeCloseTo(0, 6);
      expect(foot[2]).toBeCloseTo(0, 6);
    }
  });
  it('levels the soles of a plié on the floor', () => {
    const bent = leg({ elevation: 45, turnout: 70, knee: 80, ankle: -30 });
    const { skeleton } = solvePose(
      body,
      pose({ legLeft: bent, legRight: bent, support: 'lowest' }),
    );
    for (const side of ['Left', 'Right'] as const) {
      const points = shoePart(body, skeleton, side, -30).points;
      expect(lowest(points)).toBeCloseTo(0, 4);
      const up = skeleton.rotations[body.boneIndex.get(`${side}Foot`)!]!;
      expect(up[4]).toBeCloseTo(1, 6);
    }
  });
  it('in the air hangs her lowest point at the height', () => {
    const { skin, skeleton } = solvePose(body, pose({ support: 'air', height: 120 }));
    const low = Math.min(
      lowest(skin),
      lowest(shoePart(body, skeleton, 'Left', 0).points),
      lowest(shoePart(body, skeleton, 'Right', 0).points),
    );
    expect(low).toBeCloseTo(120, 6);
  });
});

it('the same numbers left and right make a symmetrical pose', () => {
  const wide = leg({ elevation: 40, turnout: 65, knee: 70, ankle: -20 });
  const p = pose({ legLeft: wide, legRight: wide, support: 'lowest' });
  for (const joint of ['UpLeg', 'Leg', 'Foot', 'ToeBase', 'Arm', 'ForeArm', 'Hand']) {
    const left = head(p, `Left${joint}`);
    const right = head(p, `Right${joint}`);
    expect(left[0]).toBeCloseTo(-right[0], 6);
    expect(left[1]).toBeCloseTo(right[1], 6);
    expect(left[2]).toBeCloseTo(right[2], 6);
  }
});

describe('the raster', () => {
  const gown = settle(body, undefined, pose(), WHITE, 0);
  /** Pixels of each material. */
  const histogram = (costume: Costume, state?: CostumeState): number[] => {
    const counts = new Array<number>(MATERIALS.length).fill(0);
    for (const m of renderFigure(body, pose(), costume, state, { scale: 0.4 }).material)
      counts[m]! += 1;
    return counts;
  };

  it('is the same twice, byte for byte, simulation included', () => {
    const once = (): ReturnType<typeof renderFigure> => {
      const lifted = pose({ legRight: leg({ elevation: 80 }) });
      const second = settle(body, gown, lifted, WHITE, 1 / 12);
      return renderFigure(body, lifted, WHITE, second, { scale: 0.4 });
    };
    const a = once();
    const b = once();
    expect(Buffer.compare(a.material, b.material)).toBe(0);
    expect(a.light).toEqual(b.light);
    expect(a.rim).toEqual(b.rim);
  });
  it('lights the edge on the side away from the key', () => {
    /** Second light on pixels with nothing to the left of them, and with nothing to the right. */
    const edges = (keyX: number): [left: number, right: number] => {
      const key: Vec3 = [keyX, 0.5, 0.1];
      const costume = { ...BLACK_AND_RED, skirt: 'none' } as const;
      const { material, rim } = renderFigure(body, pose(), costume, undefined, { scale: 0.4, key });
      let left = 0;
      let right = 0;
      rim.forEach((r, i) => {
        if (material[i] && !material[i - 1]) left += r;
        if (material[i] && !material[i + 1]) right += r;
      });
      return [left, right];
    };
    const [left, right] = edges(1);
    expect(left).toBeGreaterThan(2 * right);
    const [leftAgain, rightAgain] = edges(-1);
    expect(rightAgain).toBeGreaterThan(2 * leftAgain);
  });
  it('shows the costume that is asked for', () => {
    const black = histogram(BLACK_AND_RED);
    expect(black[MATERIAL.tutu]).toBeGreaterThan(400);
    expect(black[MATERIAL.dress]).toBe(0);
    const white = histogram(WHITE, gown);
    expect(white[MATERIAL.tutu]).toBe(0);
    expect(white[MATERIAL.dress]).toBeGreaterThan(1500);
    const alone = histogram({ ...BLACK_AND_RED, figure: false });
    expect(alone[MATERIAL.skin]).toBe(0);
    expect(alone[MATERIAL.shoe]).toBeGreaterThan(100);
  });
  it('the stain only grows', () => {
    const red = [0, 0.3, 0.6, 1].map(
      (stain) => histogram({ ...WHITE, stain }, gown)[MATERIAL.stain]!,
    );
    expect(red[0]).toBe(0);
    for (let i = 1; i < red.length; i++) expect(red[i]).toBeGreaterThan(red[i - 1]!);
  });
  it('anchors the supporting toe at her spot', () => {
    const raster = renderFigure(
      body,
      pose({ legLeft: leg({ ankle: 70 }), place: [30, 0] }),
      BLACK_AND_RED,
      undefined,
      { scale: 0.4 },
    );
    expect(raster.joints.toeLeft[0]).toBeCloseTo(30, 6);
    expect(Math.abs(raster.joints.toeLeft[1])).toBeLessThan(15);
    expect(raster.joints.head[1]).toBeLessThan(raster.joints.hips[1]);
  });
});

describe('what lags', () => {
  const step = (state: CostumeState | undefined, p: Pose): CostumeState =>
    settle(body, state, p, BLACK_AND_RED, 1 / 12);

  it('the tutu rises behind a leg that is raised, stays up a moment, and settles', () => {
    const raised = pose({ legRight: leg({ azimuth: 180, elevation: 115 }) });
    const back = (state: CostumeState): number => state.tutu!.rim[24]!;
    let state = step(undefined, pose());
    const before = back(state);
    for (let i = 0; i < 36; i++) state = step(state, raised);
    const up = back(state);
    expect(up).toBeGreaterThan(before + 10);
    state = step(state, pose());
    expect(back(state)).toBeGreaterThan(before + 2);
    for (let i = 0; i < 48; i++) state = step(state, pose());
    expect(back(state)).toBeCloseTo(before, 0);
  });
  it('a landing throws the rim down, then up', () => {
    const air = (height: number): Pose => pose({ support: 'air', height });
    let state = step(undefined, air(160));
    for (const height of [150, 110, 50, 0]) state = step(state, air(height));
    const rims: number[] = [];
    for (let i = 0; i < 12; i++) {
      state = step(state, air(0));
      rims.push(state.tutu!.rim[0]!);
    }
    expect(Math.max(...rims) - Math.min(...rims)).toBeGreaterThan(4);
  });
});

describe('without the body’s files', () => {
  const nowhere = join(tmpdir(), 'no-such-body');

  it('throws an error whose message is one clear line', () => {
    expect(() => loadBody(nowhere)).toThrow(MissingBodyError);
    const message = new MissingBodyError(nowhere).message;
    expect(message).toContain(nowhere);
    expect(message).toContain('BODY_DIR');
    expect(message).not.toContain('\n');
  });
  it('the preview says it and leaves with a failure', () => {
    const run = (): string =>
      execFileSync(process.execPath, ['src/pipelines/art/preview.ts'], {
        env: { ...process.env, BODY_DIR: nowhere },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(run).toThrow(/No body in/);
  });
});
