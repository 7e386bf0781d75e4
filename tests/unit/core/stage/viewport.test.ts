import { describe, expect, test } from 'vitest';
import { cameraTransform, layerTransform, seenAt } from '../../../../src/core/stage/viewport.ts';

const CAMERA = { x: 24, y: -90, zoom: 1.6 };

/** Applies `translate(x y) scale(k)` to a point. */
function apply(transform: string, [px, py]: readonly [number, number]): [number, number] {
  const [x = 0, y = 0, k = 1] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return [x + px * k, y + py * k];
}

describe('layers under a camera', () => {
  test('what is drawn near upon what stands in the middle stays upon it', () => {
    const point = [120, -640] as const;
    const there = apply(cameraTransform(CAMERA, 'middle', 0), point);
    const moved = apply(layerTransform(CAMERA, 'middle', 'near'), point);
    const here = apply(cameraTransform(CAMERA, 'near', 0), moved);
    expect(Math.hypot(here[0] - there[0], here[1] - there[1])).toBeLessThan(0.5);
  });

  test.each(['far', 'middle', 'near'] as const)(
    'a place on the screen is found in the %s layer',
    (layer) => {
      const { x, y, zoom } = seenAt(CAMERA, layer, 300, -500);
      const [sx, sy] = apply(cameraTransform(CAMERA, layer, 0), [x, y]);
      expect(sx).toBeCloseTo(300, 1);
      expect(sy).toBeCloseTo(-500, 1);
      expect(zoom).toBeGreaterThan(1);
    },
  );
});
