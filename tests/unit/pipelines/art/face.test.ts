import { describe, expect, it } from 'vitest';
import { drawnFace, isLip } from '../../../../src/pipelines/art/face.ts';
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

  it('shades lashes and brow, not the lid between them, nor cheek and brow bone', () => {
    for (const side of [-1, 1]) {
      expect(drawnFace(side * 0.31, 6.86, 1.35)).toBe(0);
      expect(drawnFace(side * 0.31, 6.97, 1.35)).toBe(1);
      expect(drawnFace(side * 0.31, 7.11, 1.35)).toBe(0);
      expect(drawnFace(side * 0.35, 6.6, 1.3)).toBe(1);
      expect(drawnFace(side * 0.31, 7.25, 1.3)).toBe(1);
    }
  });

  it('throws the jaw’s shadow on the neck: under the chin, not on the chin nor down to the collar bones', () => {
    expect(drawnFace(0, 5.8, 0.8)).toBe(0);
    expect(drawnFace(0, 6, 1.3)).toBe(1);
    expect(drawnFace(0, 5.52, 0.7)).toBe(1);
    // It climbs towards the nape and leaves it.
    expect(drawnFace(0.4, 5.8, 0)).toBe(1);
  });

  it('has hair above the hairline and on the back of the head, skin on the forehead', () => {
    expect(at(0, 7.8, 1)).toBe(MATERIAL['hair']);
    expect(at(0, 7.2, -0.3)).toBe(MATERIAL['hair']);
    expect(at(0, 7.4, 1.35)).toBe(MATERIAL['skin']);
  });
});
