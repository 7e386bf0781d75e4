import { describe, expect, test } from 'vitest';
import { limbBetween } from '../../../../src/core/clip/limbs.ts';
import { MASS_OF, MASSES, SKIRT_MASS } from '../../../../src/pipelines/art/limbOf.ts';
import { limbsAlong } from '../../../../src/pipelines/art/limbsAlong.ts';
import { massesOf } from '../../../../src/pipelines/art/masses.ts';
import { MATERIAL } from '../../../../src/pipelines/art/materials.ts';
import { joinParts, type WornPart } from '../../../../src/pipelines/art/part.ts';
import { rasterize } from '../../../../src/pipelines/art/raster.ts';

const SIZE = 60;
const TRUNK = limbBetween('waist', 'chest');
const ARM = limbBetween('shoulderLeft', 'elbowLeft');
const LEG = limbBetween('hipLeft', 'kneeLeft');

/** A board from one corner to another, so far in front; on the pixel grid too. */
function board(
  limb: WornPart['limb'],
  [left, top, right, bottom]: readonly [number, number, number, number],
  z: number,
): WornPart {
  const points = [left, top, z, right, top, z, right, bottom, z, left, bottom, z];
  return {
    points: Float64Array.from(points),
    normals: Float64Array.from(points, (_, i) => (i % 3 === 2 ? 1 : 0)),
    triangles: Uint32Array.from([0, 1, 2, 0, 2, 3]),
    material: limb === 'skirt' ? MATERIAL.tutu : MATERIAL.skin,
    limb,
  };
}

function seen(...parts: readonly WornPart[]) {
  const scene = joinParts(parts);
  // Skirts are given their limbs when they are seen; here all of it is a hem.
  for (const [t, owner] of scene.owner.entries())
    if (parts[owner]!.limb === 'skirt') scene.limbs[t] = limbBetween('hips', 'hem');
  const visible = rasterize(scene.points, scene.triangles, SIZE, SIZE);
  return { scene, ...massesOf(scene, scene.points, visible, { limb: 4, skirt: 12 }) };
}

const at = (x: number, y: number): number => y * SIZE + x;

test('every limb is part of one mass', () => {
  expect(MASS_OF.every((mass) => mass >= 0)).toBe(true);
  expect(MASSES.flat()).toHaveLength(MASS_OF.length);
});

describe('a mass', () => {
  const skirt = board('skirt', [5, 20, 55, 40], 5);

  test('goes on beneath another limb that hides it, but only for a bit', () => {
    const { masses } = seen(board(TRUNK, [10, 5, 50, 55], 0), board(ARM, [10, 25, 50, 45], 9));
    const trunk = masses[MASS_OF[TRUNK]!]!.limb;
    expect(trunk[at(30, 20)]).toBe(TRUNK + 1);
    expect(trunk[at(30, 27)]).toBe(TRUNK + 1);
    expect(trunk[at(30, 35)]).toBe(0);
    expect(masses[MASS_OF[ARM]!]!.limb[at(30, 35)]).toBe(ARM + 1);
  });

  test('stands before the skirt where it hides it, and the skirt goes on behind it', () => {
    const { masses, behind, scene } = seen(skirt, board(ARM, [25, 10, 35, 50], 9));
    expect(masses.map(({ near }) => near)).toEqual(MASSES.map((_, mass) => mass === MASS_OF[ARM]));
    expect(scene.owner[behind.triangle[at(30, 30)]!]).toBe(0);
    expect(behind.triangle[at(30, 12)]).toBe(-1);
    expect(masses[SKIRT_MASS]!.limb[at(10, 30)]).toBeGreaterThan(0);
  });

  test('does not stand before a skirt that the trunk hides as well', () => {
    const { masses, behind } = seen(
      skirt,
      board(TRUNK, [20, 5, 40, 55], 7),
      board(ARM, [25, 10, 35, 50], 9),
    );
    expect(masses.some(({ near }) => near)).toBe(false);
    expect(behind.triangle.every((t) => t < 0)).toBe(true);
  });

  test('that the skirt hides for the most part is painted before it, and goes on far beneath it', () => {
    const leg = board(LEG, [28, 22, 32, 58], 0);
    const { masses } = seen(skirt, leg);
    const { limb, near } = masses[MASS_OF[LEG]!]!;
    expect(near).toBe(false);
    expect([limb[at(30, 50)], limb[at(30, 32)], limb[at(30, 25)]]).toEqual([LEG + 1, LEG + 1, 0]);
  });
});

describe('limbs along an outline', () => {
  const { scene } = seen(board(TRUNK, [10, 10, 50, 50], 0), board(ARM, [24, 24, 36, 36], 9));
  const { triangle, depth } = rasterize(scene.points, scene.triangles, SIZE, SIZE);
  const raster = {
    width: SIZE,
    height: SIZE,
    scale: 1,
    originX: 0,
    originY: 0,
    material: Uint8Array.from(triangle, (t) => (t < 0 ? 0 : MATERIAL.skin)),
    limb: Uint8Array.from(triangle, (t) => (t < 0 ? 0 : scene.limbs[t]!)),
    depth,
  } as unknown as Parameters<typeof limbsAlong>[1];
  const own = Uint8Array.from({ length: 256 }, (_, m) => (m === MATERIAL.skin ? 1 : 0));

  test('are those that are seen within it', () => {
    expect(limbsAlong([10, 10, 50, 10, 50, 50, 10, 50], raster, own)).toEqual(Array(4).fill(TRUNK));
    expect(limbsAlong([24, 24, 36, 24, 36, 36, 24, 36], raster, own)).toEqual(Array(4).fill(ARM));
  });

  test('of a hole are those of what stands before it', () => {
    expect(limbsAlong([24, 36, 36, 36, 36, 24, 24, 24], raster, own)).toEqual(Array(4).fill(ARM));
  });

  test('where nothing is seen are those of the control before', () => {
    expect(
      limbsAlong(
        [10, 10, 50, 10, 50, 50, 10, 50],
        raster,
        own.map(() => 0),
      ),
    ).toEqual(Array(4).fill(0));
  });
});
