import { describe, expect, test } from 'vitest';
import { contoursOf } from '../../../../src/pipelines/art/trace/contours.ts';
import { type Field, signedArea } from '../../../../src/pipelines/art/trace/field.ts';
import { fitSpline } from '../../../../src/pipelines/art/trace/fit.ts';
import { islandsOf } from '../../../../src/pipelines/art/trace/islands.ts';
import { splinePoints } from '../../../../src/pipelines/art/trace/spline.ts';

const SIDE = 200;

/** A field from a distance that is positive inside: a border one sample soft. */
function fieldOf(inside: (x: number, y: number) => number): Field {
  const values = Float32Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.max(0, Math.min(1, inside(i % SIDE, Math.floor(i / SIDE)) + 0.5)),
  );
  return { width: SIDE, height: SIDE, values };
}

const circle = (cx: number, cy: number, r: number) => (x: number, y: number) =>
  r - Math.hypot(x - cx, y - cy);
const box = (x: number, y: number) => Math.min(60 - Math.abs(x - 100), 40 - Math.abs(y - 100));

/** Greatest distance from points of a fitted curve to a border given by its distance field. */
function furthest(controls: readonly number[], distance: (x: number, y: number) => number): number {
  const points = splinePoints(controls, 16);
  let most = 0;
  for (let i = 0; i < points.length; i += 2)
    most = Math.max(most, Math.abs(distance(points[i]!, points[i + 1]!)));
  return most;
}

describe('contours', () => {
  test('run clockwise around areas and the other way around holes', () => {
    const ring = fieldOf((x, y) => Math.min(circle(100, 100, 70)(x, y), -circle(90, 90, 30)(x, y)));
    const areas = contoursOf(ring).map(signedArea);
    expect(areas).toHaveLength(2);
    expect(areas.find((a) => a > 0)).toBeCloseTo(Math.PI * 70 ** 2, -2);
    expect(areas.find((a) => a < 0)).toBeCloseTo(-Math.PI * 30 ** 2, -2);
  });

  test('lie between samples, where the field says', () => {
    const [contour] = contoursOf(fieldOf(circle(100.3, 99.6, 50)));
    for (let i = 0; i < contour!.length; i += 2)
      expect(Math.abs(circle(100.3, 99.6, 50)(contour![i]!, contour![i + 1]!))).toBeLessThan(0.12);
  });

  test('close at the border of the picture', () => {
    const [contour, ...others] = contoursOf(fieldOf((x) => 50 - x));
    expect(others).toEqual([]);
    expect(signedArea(contour!)).toBeGreaterThan(49 * 196);
  });

  test('two areas that touch at a corner stay two when their middle is outside', () => {
    const values = new Float32Array(36);
    values[14] = 0.9;
    values[21] = 0.9;
    expect(contoursOf({ width: 6, height: 6, values })).toHaveLength(2);
  });
});

describe('the fitted spline', () => {
  test('makes a square of a square: eight controls, two at each corner', () => {
    const [contour] = contoursOf(fieldOf(box));
    const controls = fitSpline(contour!, 0.7);
    const corners = [
      [40, 60],
      [160, 60],
      [160, 140],
      [40, 140],
    ];
    expect(controls).toHaveLength(16);
    for (const [x, y] of corners) {
      const near = controls.filter(
        (_, i) => i % 2 === 0 && Math.hypot(controls[i]! - x!, controls[i + 1]! - y!) < 0.8,
      );
      expect(near).toHaveLength(2);
    }
    expect(signedArea(splinePoints(controls))).toBeCloseTo(9600, -2);
    expect(furthest(controls, box)).toBeLessThan(0.8);
  });

  test('makes a circle of a circle, of few controls', () => {
    const inside = circle(100, 100, 60);
    const [contour] = contoursOf(fieldOf(inside));
    const controls = fitSpline(contour!, 0.7);
    expect(controls.length / 2).toBeLessThanOrEqual(10);
    expect(furthest(controls, inside)).toBeLessThan(0.75);
    expect(signedArea(splinePoints(controls))).toBeCloseTo(Math.PI * 3600, -2);
  });

  test('follows a blade, its points too, and never shoots past them', () => {
    const blade = (x: number, y: number) =>
      6 * (1 - ((x - 100) / 80) ** 2) - Math.abs(y - 100 - 0.002 * (x - 100) ** 2);
    const [contour] = contoursOf(fieldOf(blade));
    const controls = fitSpline(contour!, 0.6);
    expect(controls.length / 2).toBeLessThanOrEqual(16);
    const points = splinePoints(controls);
    const xs = points.filter((_, i) => i % 2 === 0);
    expect(Math.min(...xs)).toBeGreaterThan(18);
    expect(Math.max(...xs)).toBeLessThan(182);
    expect(signedArea(points) / signedArea(contour!)).toBeCloseTo(1, 1);
  });

  test('takes fewer controls for a greater tolerance, and keeps to each', () => {
    const wavy = (x: number, y: number) => {
      const angle = Math.atan2(y - 100, x - 100);
      return 60 + 6 * Math.sin(9 * angle) + 3 * Math.cos(4 * angle) - Math.hypot(x - 100, y - 100);
    };
    const [contour] = contoursOf(fieldOf(wavy));
    const fits = [0.5, 1, 2].map((tolerance) => fitSpline(contour!, tolerance));
    const counts = fits.map((fit) => fit.length / 2);
    expect(counts[1]).toBeLessThan(counts[0]!);
    expect(counts[2]).toBeLessThan(counts[1]!);
    for (const [k, tolerance] of [0.5, 1, 2].entries())
      expect(furthest(fits[k]!, wavy)).toBeLessThan(tolerance * 1.35);
  });

  test('is freer where there is slack', () => {
    const wavy = (x: number, y: number) =>
      60 + 4 * Math.sin(12 * Math.atan2(y - 100, x - 100)) - Math.hypot(x - 100, y - 100);
    const [contour] = contoursOf(fieldOf(wavy));
    const slack = new Float64Array(contour!.length / 2).fill(1.5);
    const strict = fitSpline(contour!, 0.6);
    const free = fitSpline(contour!, 0.6, { slack });
    expect(free.length).toBeLessThan(strict.length);
  });
});

describe('the islands of a field', () => {
  test('are truer where eyes go first', () => {
    const wavy = (x: number, y: number) => {
      const a = Math.atan2(y - 100, x - 100);
      return 60 + 2.5 * Math.sin(14 * a) - Math.hypot(x - 100, y - 100);
    };
    const field = { ...fieldOf(wavy), left: 0, top: 0, step: 1 };
    const controls = (gain: number): number => {
      const focuses = [{ x: 100, y: 100, radius: 80, gain }];
      return islandsOf(field, { tolerance: 1.6, focuses })[0]!.controls.length;
    };
    expect(controls(0.6)).toBeGreaterThan(controls(0));
  });
});
