import { expect, test } from 'vitest';
import { FRAME_SIZE, frameHeight } from '../../../src/core/embed/size.ts';
import { FRAME_HEIGHT_CSS } from '../../../src/core/embed/sizeStyles.ts';

test.each([
  [280, 640],
  [559, 640],
  [560, 420],
  [840, 420],
  [1000, 500],
  [1200, 600],
  [2000, 600],
])('a frame %i px wide is %i px high', (width, height) => {
  expect(frameHeight(width)).toBe(height);
});

test('style sheets are told the same', () => {
  expect(FRAME_HEIGHT_CSS).toEqual({ narrow: '640px', wide: 'clamp(420px,50cqi,600px)' });
});

test('WordPress never has to clamp it', () => {
  for (let width: number = FRAME_SIZE.smallest; width < 3000; width += 10) {
    expect(frameHeight(width)).toBeGreaterThanOrEqual(200);
    expect(frameHeight(width)).toBeLessThanOrEqual(1000);
  }
});
