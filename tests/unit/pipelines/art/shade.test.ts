import { expect, test } from 'vitest';
import { MATERIAL } from '../../../../src/pipelines/art/materials.ts';
import { joinParts, type WornPart } from '../../../../src/pipelines/art/part.ts';
import { rasterize } from '../../../../src/pipelines/art/raster.ts';
import { shade } from '../../../../src/pipelines/art/shade.ts';

const SIZE = 40;

/** A square shoe between two columns, facing the audience; on the pixel grid too. */
function board(left: number, right: number, z: number): WornPart {
  const points = [left, 5, z, right, 5, z, right, 35, z, left, 35, z];
  return {
    points: Float64Array.from(points),
    normals: Float64Array.from([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]),
    triangles: Uint32Array.from([0, 1, 2, 0, 2, 3]),
    material: MATERIAL.shoe,
    bordered: true,
    limb: 0,
  };
}

/** Materials along the middle row. */
function row(parts: readonly WornPart[], gap: number): number[] {
  const scene = joinParts(parts);
  const lights = { key: [0, 0, 1], rim: [-1, 0, 0], view: [0, 0, 1] } as const;
  const visible = rasterize(scene.points, scene.triangles, SIZE, SIZE);
  const { material } = shade(scene, scene.points, visible, () => 1, lights, gap);
  return [...material.subarray(20 * SIZE, 21 * SIZE)];
}

test('a shoe before another leaves a dark line on it, as broad as asked for', () => {
  const near = board(5, 20, 1);
  const far = board(10, 35, 0);
  const line = (gap: number): number =>
    row([near, far], gap).filter((m) => m === MATERIAL.skin).length;
  expect(line(3)).toBe(3);
  expect(line(0)).toBe(0);
  // On the far one alone.
  expect(row([near, far], 3).slice(5, 20)).toEqual(new Array(15).fill(MATERIAL.shoe));
  expect(row([far], 3)).not.toContain(MATERIAL.skin);
});
