import { bump, ease, mix } from '../core/maths/scalar.ts';
import { band, ellipse, round } from '../core/paths/path.ts';
import type { Scene } from '../schemas/picture.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, floor } from './shapes/stage.ts';

const R = 285;

/** The lit part of a disc; `phase` -1 new, 0 half, 1 full; lit from the right. */
const phase = (share: number): string =>
  `M0 ${-R}A${R} ${R} 0 0 1 0 ${R}A${round(Math.abs(share) * R + 0.1)} ${R} 0 0 ${share < 0 ? 0 : 1} 0 ${-R}Z`;

/** A hanging cloth between two x, as soft side flats stand in the wings. */
const cloth = (x: number, width: number, lean: number): string =>
  band(
    [x, -1500, x + lean, -900, x - lean, -400, x + lean * 0.4, 900],
    [x + width, -1500, x + width - lean, -800, x + width + lean, -300, x + width, 900],
  );

/** One low sun of a lamp, half eclipsed: the terminator crosses as it crosses her face. */
export default {
  set: {
    far: [
      backdrop('ground'),
      { id: 'dark', d: ellipse(0, 0, R), tone: 'pitch' },
      { id: 'glow', d: ellipse(0, 0, R * 1.32), tone: 'blood', opacity: 0.12 },
      { id: 'lit', d: phase(0), tone: 'blood' },
    ],
    middle: [
      floor('ground'),
      { id: 'veil0', d: cloth(300, 130, 22), tone: 'bone', opacity: 0.035 },
      { id: 'veil1', d: cloth(360, 220, -18), tone: 'bone', opacity: 0.045 },
      { id: 'veil2', d: cloth(470, 500, 14), tone: 'bone', opacity: 0.05 },
      ...[0, 1, 2, 3].map((i) => ({
        id: `dust${i}`,
        d: motes(i + 60, 7, [-120, -900, 420, 640]),
        tone: 'chalk',
        opacity: 0.5,
      })),
    ],
    near: [
      { id: 'wing', d: cloth(330, 1400, 16), tone: 'ground' },
      { id: 'wingEdge', d: cloth(322, 9, 16), tone: 'iron' },
    ],
  },
  tones: { 'skin-half': '#5b5250', 'leotard-lit': '#2c2329' },
  best: 0.53,
  at(progress) {
    const near = bump(progress, 0.02, 0.98) ** 0.5;
    const disc = `translate(${mix(50, -10, progress).toFixed(1)} ${mix(-430, -500, near).toFixed(1)})`;
    const sway = Math.sin(progress * 9) * 9;
    const dust = Object.fromEntries(
      [0, 1, 2, 3].map((i) => [
        `dust${i}`,
        {
          transform: `translate(${round(progress * (30 - i * 20))} ${round(progress * (i % 2 ? 70 : -50))})`,
        },
      ]),
    );
    return {
      camera: { x: mix(0, 10, near), y: mix(0, -165, near), zoom: mix(1, 1.95, near) },
      parts: {
        ...dust,
        dark: { transform: disc },
        glow: { transform: disc },
        lit: { transform: `${disc} rotate(-12)`, d: phase(mix(-0.8, 0.12, ease(progress))) },
        veil0: { transform: `translate(${round(sway)} 0)` },
        veil1: { transform: `translate(${round(-sway * 1.6)} 0)` },
        wing: { transform: `translate(${round(sway * 0.4)} 0)` },
        wingEdge: { transform: `translate(${round(sway * 0.4)} 0)` },
      },
    };
  },
} satisfies Scene;
