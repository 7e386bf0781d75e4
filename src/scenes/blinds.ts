import { bump, ease, mix } from '../core/paths/ease.ts';
import { polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, floor } from './shapes/stage.ts';

const SLATS = Array.from({ length: 11 }, (_, i) => i);
/** When guns go off behind the far window: never three in a tenth of the chapter. */
const SHOTS = [0.2, 0.33, 0.47, 0.61, 0.74, 0.83];

/** One bar of light on the wall, cut by the window's frame; y grows downwards. */
const bar = (i: number): string => {
  const y = -800 + i * 66;
  const one = (x: number, w: number): string =>
    polygon(
      x,
      y - x * 0.16,
      x + w,
      y - (x + w) * 0.16,
      x + w,
      y + 36 - (x + w) * 0.16,
      x,
      y + 36 - x * 0.16,
    );
  return one(-360, 340) + one(10, 380);
};

const star = scatter(4, 7, (noise, i) => {
  const t = (i / 7) * 6.283;
  const r = 16 + noise() * 26;
  return polygon(
    Math.cos(t - 0.4) * 3,
    Math.sin(t - 0.4) * 3,
    Math.cos(t) * r,
    Math.sin(t) * r,
    Math.cos(t + 0.4) * 3,
    Math.sin(t + 0.4) * 3,
  );
});

/** Light through blinds climbs her and closes; far away, guns. The only red is hers. */
export default {
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      { id: 'night', d: rect(470, -860, 300, 520), tone: 'ground' },
      {
        id: 'roofs',
        d: scatter(8, 9, (noise, i) => rect(470 + i * 33, -560 + noise() * 70, 34, 220)),
        tone: 'soot',
      },
      ...SHOTS.map((_, i) => ({ id: `shot${i}`, d: star, tone: 'bone', opacity: 0 })),
      {
        id: 'window',
        d: `${rect(460, -870, 320, 10)}${rect(460, -870, 10, 540)}${rect(460, -340, 320, 12)}${rect(600, -870, 8, 540)}${scatter(1, 13, (_, i) => rect(462, -846 + i * 40, 320, 9))}`,
        tone: 'coal',
      },
    ],
    middle: [
      ...SLATS.map((i) => ({ id: `bar${i}`, d: bar(i), tone: 'slat' })),
      floor('ground'),
      {
        id: 'ground',
        d: [0, 1, 2, 3]
          .map((i) =>
            polygon(
              -430 + i * 14,
              -82 + i * 40,
              430 + i * 20,
              -82 + i * 40,
              440 + i * 22,
              -66 + i * 42,
              -440 + i * 14,
              -66 + i * 42,
            ),
          )
          .join(''),
        tone: 'slat',
        opacity: 0.5,
      },
      { id: 'dust', d: motes(66, 26, [-360, -820, 760, 740]), tone: 'bone', opacity: 0.4 },
    ],
    near: [
      {
        d: SLATS.map((i) =>
          polygon(
            -1800,
            -1020 + i * 14,
            1800,
            -1020 + i * 14,
            1800,
            -1013 + i * 14,
            -1800,
            -1013 + i * 14,
          ),
        ).join(''),
        tone: 'ground',
      },
      { d: rect(-392, -1500, 3, 1090) + rect(392, -1500, 3, 900), tone: 'soot' },
    ],
  },
  tones: { slat: '#544d50', 'skin-half': '#8a7f78' },
  best: 0.8,
  at(progress, screen) {
    // On narrow screens the window stands closer, so that its edge is in the picture.
    const shift = screen.tall ? -130 : 0;
    const parts: Record<string, PartState> = {};
    const climb = mix(120, -40, ease(progress));
    const open = mix(1.05, 0.42, ease(progress, 0.45, 1));
    for (const i of SLATS) {
      const y = -782 + i * 66;
      parts[`bar${i}`] = {
        transform: `translate(0 ${round(climb + y)}) scale(1 ${open.toFixed(3)}) translate(0 ${-y})`,
        opacity: 0.55 + 0.45 * bump(i / 10, 0.1 - progress * 0.4, 1.3 - progress * 0.4),
      };
    }
    SHOTS.forEach((at, i) => {
      parts[`shot${i}`] = {
        opacity: round(bump(progress, at, at + 0.03)),
        transform: `translate(${shift + 490 + ((i * 53) % 90)} ${-600 - ((i * 67) % 120)})`,
      };
    });
    for (const id of ['night', 'roofs', 'window'])
      parts[id] = { transform: `translate(${shift} 0)` };
    parts['dust'] = { transform: `translate(${round(progress * 40)} ${round(-progress * 90)})` };
    parts['ground'] = { transform: `translate(${round(mix(-60, 60, progress))} 0)` };
    return {
      parts,
      camera: { x: mix(-25, 25, progress), y: 0, zoom: mix(1, 1.1, bump(progress, 0, 1)) },
    };
  },
} satisfies Scene;
