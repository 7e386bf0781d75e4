import { TONES } from '../../../src/config/tones.ts';
import type { Scene, Screen, Shape } from '../../../src/schemas/picture.ts';

export const WIDE: Screen = { width: 1600, tall: false };
export const TALL: Screen = { width: 462, tall: true };
export const SCREENS = [WIDE, TALL, { width: 2333, tall: false }, { width: 750, tall: true }];
export const POINTS = [0, 0.25, 0.5, 0.75, 1];

const NUMBER = /-?\d*\.?\d+(?:e-?\d+)?/gi;

/** What is wrong with path data: not a number, more than one decimal, or no beginning. */
export function faultOfPath(d: string): string | null {
  if (/NaN|Infinity|undefined/.test(d)) return 'not a number';
  if (!/^M/.test(d)) return 'does not begin with M';
  if (/[^MmLlHhVvCcSsQqTtAaZz\d\s.,-]/.test(d)) return 'an unknown command';
  const long = d.match(NUMBER)?.find((number) => (number.split('.')[1] ?? '').length > 1);
  return long ? `more than one decimal: ${long}` : null;
}

export const allShapes = (scene: Scene): readonly Shape[] => [
  ...scene.set.far,
  ...scene.set.middle,
  ...scene.set.near,
];

/** Whether a tone has a colour, of the stage's or a scene's own. */
export const hasColour = (tone: string, own: Scene['tones'] = {}): boolean =>
  tone in own || tone in TONES;
