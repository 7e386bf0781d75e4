import { describe, expect, it } from 'vitest';
import { drawnFace, isLip, isStroke } from '../../../../src/pipelines/art/face.ts';
import { TONES } from '../../../../src/pipelines/art/figure.ts';
import { keptLight } from '../../../../src/pipelines/art/kept.ts';
import { MATERIAL, skinMaterial } from '../../../../src/pipelines/art/materials.ts';

const cover = { white: false, stain: 0, shoes: true };
const at = (x: number, y: number, z: number): number => skinMaterial(x, y, z, cover);

describe('the drawn face', () => {
  it('has lips that end at the corners of the mouth, alike on both sides, on its front alone', () => {
    expect(isLip(0, 6.3)).toBe(true);
    for (const x of [-0.15, 0.15]) expect(isLip(x, 6.28)).toBe(true);
    for (const x of [-0.22, 0.22]) expect(isLip(x, 6.28)).toBe(false);
    expect(isLip(0, 6.42)).toBe(false);
    expect(at(0, 6.3, 1.4)).toBe(MATERIAL['lips']);
    expect(at(0, 6.3, -0.2)).not.toBe(MATERIAL['lips']);
  });

  it('has strokes for lashes and brow, not on the lid between them, nor on cheek and brow bone', () => {
    for (const side of [-1, 1]) {
      const stroked = (x: number, y: number): boolean =>
        at(side * x, y, 1.35) === MATERIAL['hair'] && isStroke(side * x, y, 1.35);
      expect(stroked(0.31, 6.82)).toBe(true);
      expect(stroked(0.31, 6.97)).toBe(false);
      expect(stroked(0.31, 7.11)).toBe(true);
      expect(stroked(0.35, 6.6)).toBe(false);
      expect(stroked(0.31, 7.25)).toBe(false);
    }
    expect(isStroke(0.31, 6.82, 0.2)).toBe(false);
  });

  it('keeps the half tone on its far side, but for the hollows beside the nose, and on the hands', () => {
    for (const side of [-1, 1]) {
      expect(keptLight(side * 0.4, 6.5, 1.1)).toBeGreaterThan(TONES.half);
      expect(keptLight(side * 0.4, 6.5, 1.1)).toBeLessThan(TONES.lit);
      expect(keptLight(side * 0.12, 7, 1.3)).toBe(0);
      expect(keptLight(side * 4.7, 0.9, 2.4)).toBeGreaterThan(TONES.half);
    }
    // Neck, back of the head, forearm.
    for (const [x, y, z] of [
      [0, 5.6, 0.9],
      [0.4, 6.9, -0.2],
      [3.7, 2.2, 0.9],
    ] as const)
      expect(keptLight(x, y, z)).toBe(0);
  });

  it('throws the jaw’s shadow on the neck: under the chin, not on the chin nor down to the collar bones', () => {
    expect(drawnFace(0, 5.8, 0.8)).toBe(0);
    expect(drawnFace(0, 6, 1.3)).toBe(1);
    expect(drawnFace(0, 5.52, 0.7)).toBe(1);
    // It climbs towards the nape and leaves it.
    expect(drawnFace(0.4, 5.8, 0)).toBe(1);
  });

  it('lets blood run down a black leotard, ever further, and not up to its straps', () => {
    const red = (stain: number): number => {
      let count = 0;
      for (let y = 0.5; y < 4.5; y += 0.05)
        for (let x = -1.4; x < 1.4; x += 0.05)
          if (skinMaterial(x, y, 1, { ...cover, stain }) === MATERIAL.stain) count++;
      return count;
    };
    expect(red(0)).toBe(0);
    expect(red(0.3)).toBeGreaterThan(20);
    expect(red(1)).toBeGreaterThan(red(0.3));
    expect(skinMaterial(0.98, 4.5, 0.9, { ...cover, stain: 1 })).toBe(MATERIAL.leotard);
  });

  it('has hair above the hairline and on the back of the head, skin on the forehead', () => {
    expect(at(0, 7.8, 1)).toBe(MATERIAL['hair']);
    expect(at(0, 7.2, -0.3)).toBe(MATERIAL['hair']);
    expect(at(0, 7.4, 1.35)).toBe(MATERIAL['skin']);
  });
});
