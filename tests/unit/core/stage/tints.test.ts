import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tinted } from '../../../../src/core/stage/tints.ts';

const palette = { ground: '#000000', bone: '#ffffff', red: '#c80000' };

test('a scene has the palette’s tones, others by their names, and mixtures of them', () => {
  expect(
    tinted(palette, { wall: 'red', haze: ['ground', 'bone', 0.5] }, { bone: ['bone', 'red', 1] }),
  ).toEqual({ ...palette, wall: '#c80000', haze: '#808080', bone: '#c80000' });
  expect(tinted(palette, { late: [['ground', 'bone', 0.2], 'red', 0.5] })['late']).toBe('#7e1a1a');
});

test('what comes later wins, and a mixture is of the palette, not of what was added to it', () => {
  const colours = tinted(palette, { bone: 'red' }, { bone: ['bone', 'ground', 0.5] });
  expect(colours['bone']).toBe('#808080');
});

test('a mixture of no tone is refused', () => {
  expect(() => tinted(palette, { wall: ['red', 'velvet', 0.5] })).toThrow('"velvet" is no colour');
});

test('scenes and transitions have no colours of their own: they take every palette', () => {
  for (const folder of ['src/scenes', 'src/transitions'])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts'))
        expect(
          readFileSync(`${folder}/${file}`, 'utf8').match(/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?)\(/gi),
          file,
        ).toBeNull();
});
