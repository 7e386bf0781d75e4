import { describe, expect, it } from 'vitest';
import * as named from '../../../../src/pipelines/art/choreography/poses/named.ts';
import { mirrored } from '../../../../src/pipelines/art/choreography/poses/sides.ts';
import { legOf, pelvisFrame } from '../../../../src/pipelines/art/choreography/stance.ts';
import { apply, normalize, type Vec3 } from '../../../../src/pipelines/art/linear.ts';
import type { Pose } from '../../../../src/pipelines/art/pose.ts';

/** A pose facing the audience and its two legs, with heights above the floor. */
function stand(parts: Parameters<typeof named.whole>[0]) {
  const pose: Pose = named.whole(parts);
  const side = pose.support === 'right' ? 'right' : 'left';
  const under = legOf(pose, side);
  const floor = under.toe[1] - under.toeHeight;
  const point = (p: Vec3): Vec3 => [p[0], p[1] - floor, p[2]];
  const leg = (s: 'left' | 'right') => {
    const l = legOf(pose, s, s === side);
    return {
      knee: point(l.knee),
      ankle: point(l.ankle),
      toe: point(l.toe),
      along: l.along,
      planted: l.planted,
    };
  };
  return { pose, left: leg('left'), right: leg('right'), pelvis: -floor };
}

describe('the vocabulary', () => {
  it('fifth: both feet on the floor, one close before the other, under the body', () => {
    const { left, right } = stand(named.fifth);
    for (const { toe } of [left, right]) expect(toe[1]).toBeLessThan(16);
    expect(right.planted[2] - left.planted[2]).toBeGreaterThan(20);
    expect(right.planted[2] - left.planted[2]).toBeLessThan(60);
    expect(Math.abs(right.planted[0] - left.planted[0])).toBeLessThan(30);
    expect(right.along[0]).toBeLessThan(-0.8);
    expect(left.along[0]).toBeGreaterThan(0.8);
  });

  it('relevé in fifth: higher, on two pointes', () => {
    const flat = stand(named.fifth);
    const risen = stand(named.releve);
    expect(risen.pelvis - flat.pelvis).toBeGreaterThan(40);
    for (const { along } of [risen.left, risen.right]) expect(along[1]).toBeLessThan(-0.9);
  });

  it('plié: the knees go out over the toes, the heels stay', () => {
    const { left, right, pelvis } = stand(named.plie);
    expect(stand(named.first).pelvis - pelvis).toBeGreaterThan(45);
    for (const [leg, s] of [
      [left, 1],
      [right, -1],
    ] as const) {
      expect(s * leg.knee[0]).toBeGreaterThan(s * leg.ankle[0] + 40);
      expect(Math.abs(leg.along[1])).toBeLessThan(0.12);
    }
    expect(stand(named.grandPlie).pelvis).toBeLessThan(pelvis - 80);
  });

  it.each([
    ['devant', named.tenduDevant, 2, 1],
    ['à la seconde', named.tenduSeconde, 0, -1],
    ['derrière', named.tenduDerriere, 2, -1],
  ] as const)('tendu %s: stretched, the toes just on the floor', (_, parts, axis, way) => {
    const { pose, right } = stand(parts);
    expect(pose.legRight.knee).toBe(0);
    expect(Math.abs(right.toe[1])).toBeLessThan(14);
    expect(way * right.toe[axis]).toBeGreaterThan(140);
    expect(right.along[1]).toBeLessThan(-0.5);
  });

  it('passé: the toe at the other knee', () => {
    const { left, right } = stand(named.passe);
    expect(Math.hypot(...right.toe.map((x, k) => x - left.knee[k]!))).toBeLessThan(85);
    expect(right.knee[0]).toBeLessThan(-150);
  });

  it('développé and grand battement: above the hip, stretched', () => {
    for (const parts of [named.developpeDevant, named.developpeSeconde, named.grandBattement]) {
      const { pose, right, pelvis } = stand(parts);
      expect(right.toe[1]).toBeGreaterThan(pelvis);
      expect(pose.legRight.knee).toBeLessThan(5);
    }
  });

  it('arabesque: the leg behind at the height of the hip or above; penchée: far above', () => {
    for (const parts of [named.arabesqueFirst, named.arabesqueThird]) {
      const { right, pelvis } = stand(parts);
      expect(right.toe[2]).toBeLessThan(-300);
      expect(right.toe[1]).toBeGreaterThan(pelvis);
    }
    const penchee = stand(named.arabesquePenchee);
    expect(penchee.right.toe[1]).toBeGreaterThan(penchee.pelvis + 300);
  });

  it('attitude: behind, bent, the knee not below the hip', () => {
    const { pose, right, pelvis } = stand(named.attitude);
    expect(pose.legRight.knee).toBeGreaterThan(40);
    expect(right.knee[2]).toBeLessThan(-100);
    expect(right.knee[1]).toBeGreaterThan(pelvis - 30);
  });

  it('fouetté: fondu with the leg devant, then à la seconde on the rise, then passé', () => {
    const devant = stand(named.fouetteDevant);
    const seconde = stand(named.fouetteSeconde);
    expect(devant.right.toe[2]).toBeGreaterThan(300);
    expect(seconde.right.toe[0]).toBeLessThan(-350);
    expect(seconde.pelvis - devant.pelvis).toBeGreaterThan(80);
    expect(named.fouetteTurn.legRight).toEqual(named.passe.legRight);
  });

  it('grand jeté: a split, one leg before and one behind, about level', () => {
    const pose = named.whole(named.grandJeteFlight);
    const right = legOf(pose, 'right');
    const left = legOf(pose, 'left');
    expect(right.toe[2] - left.toe[2]).toBeGreaterThan(780);
    expect(Math.abs(right.toe[1] - left.toe[1])).toBeLessThan(80);
  });

  it('the low march: en pointe on bent knees, one leg left far behind, its toe at the floor', () => {
    const lunge = stand(named.prowlLunge);
    expect(lunge.pose.legRight.knee).toBeGreaterThan(40);
    expect(lunge.right.along[1]).toBeLessThan(-0.8);
    expect(lunge.left.toe[2] - lunge.right.toe[2]).toBeLessThan(-200);
    expect(Math.abs(lunge.left.toe[1])).toBeLessThan(25);
    expect(stand(named.releve).pelvis - lunge.pelvis).toBeGreaterThan(60);
  });

  it('the low lunge: deep over one foot, the other leg one long line to the floor behind', () => {
    const { pose, right, left, pelvis } = stand(named.lowLunge);
    expect(pelvis).toBeLessThan(stand(named.plie).pelvis - 60);
    expect(pose.legRight.knee).toBeLessThan(5);
    expect(Math.abs(right.toe[1])).toBeLessThan(25);
    expect(left.planted[2] - right.toe[2]).toBeGreaterThan(350);
  });

  it('a run: leaning, the knee driven up before her, the other foot last on its toes', () => {
    const { pose, right, left } = stand(named.runPush);
    expect(pose.pelvis.pitch + pose.spine.pitch).toBeGreaterThan(15);
    expect(right.knee[1] - left.knee[1]).toBeGreaterThan(60);
    expect(left.along[1]).toBeLessThan(-0.8);
  });

  it('the révérence: the back knee almost on the floor, back and head bowed', () => {
    const { pose, right, left } = stand(named.reverence);
    expect(right.knee[1]).toBeLessThan(60);
    expect(left.knee[1]).toBeGreaterThan(right.knee[1] + 80);
    expect(pose.pelvis.pitch + pose.spine.pitch).toBeGreaterThan(55);
    expect(pose.head.pitch).toBeGreaterThan(25);
  });

  it('standing legs keep the foot under the body however the pelvis tilts', () => {
    for (const parts of [
      named.passe,
      named.arabesqueFirst,
      named.attitude,
      named.developpeSeconde,
      named.arabesquePenchee,
    ]) {
      const { left } = stand(parts);
      expect(Math.hypot(left.planted[0], left.planted[2])).toBeLessThan(60);
    }
  });

  it('the folded swan: chest over the stretched leg, sitting low', () => {
    const pose = named.whole(named.foldedSwan);
    const up = apply(pelvisFrame(pose), [0, 1, 0]);
    expect(up[2]).toBeGreaterThan(0.5);
    expect(pose.pelvis.pitch + pose.spine.pitch).toBeGreaterThan(90);
    expect(legOf(pose, 'left').toe[2]).toBeGreaterThan(350);
    expect(pose.legRight.knee).toBeGreaterThan(140);
  });

  it('arms stay before the line of the shoulders, except to hide a hand', async () => {
    const arms = await import('../../../../src/pipelines/art/choreography/poses/arms.ts');
    for (const [name, arm] of Object.entries(arms)) {
      if (/behind|back/i.test(name)) continue;
      expect(normalize(arm.upper)[2], name).toBeGreaterThanOrEqual(0);
    }
  });

  it('mirrors to the other side and back', () => {
    const there = mirrored({ ...named.arabesqueFirst, facing: 70 });
    expect(there.support).toBe('right');
    expect(there.facing).toBe(-70);
    expect(there.legLeft).toEqual(named.arabesqueFirst.legRight);
    expect(mirrored(there)).toEqual({ ...named.arabesqueFirst, facing: 70 });
  });
});
