import { bump, ease, mix } from '../core/maths/scalar.ts';
import { ellipse, rect, round } from '../core/paths/path.ts';
import type { Scene } from '../schemas/picture.ts';
import { drape } from './shapes/curtain.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

const LAMP = { x: 245, y: -430 };

/** Rows of seats, far ones first: y of the row's foot, seat width. */
const ROWS = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ y: -330 + i * i * 5 + i * 14, w: 30 + i * 11 }));

type Row = (typeof ROWS)[number];

/** A seat at x, or the lit cut along its top. */
const seat = (x: number, { y, w }: Row, part: 'back' | 'rim'): string => {
  const h = w * 0.95;
  const arch = `M${round(x)} ${round(y - (x * x) / 16000)}v${round(-h * 0.6)}q0 ${round(-h * 0.4)} ${round(w / 2)} ${round(-h * 0.4)}t${round(w / 2)} ${round(h * 0.4)}`;
  return part === 'back'
    ? `${arch}v${round(h * 0.6)}Z`
    : `${arch}h-3q-2 ${round(-h * 0.34)} ${round(-w / 2 + 3)} ${round(-h * 0.34)}t${round(-w / 2 + 3)} ${round(h * 0.34)}Z`;
};

/** A row, curving up to the sides, with the aisle in the middle. */
const seats = (row: Row, part: 'back' | 'rim'): string => {
  let d = '';
  for (let x = -1780 + (row.w % 7); x < 1000; x += row.w * 1.13)
    if (Math.abs(x + row.w / 2 + 120) >= row.w * 0.9) d += seat(x, row, part);
  return d;
};

/** The seats that the ghost light reaches: those before it, the nearer the row the more of them. */
const reached = (row: Row): string => {
  let d = '';
  for (let x = -1780 + (row.w % 7); x < 1000; x += row.w * 1.13) {
    const off = x + row.w / 2;
    if (Math.abs(off + 120) >= row.w * 0.9 && Math.abs(off - LAMP.x) < 150 + row.w * 2.2)
      d += seat(x, row, 'rim');
  }
  return d;
};

/** A balcony: a hanging arc across the house, with its boxes' swags. */
const balcony = (y: number, depth: number, sag: number): string =>
  `M-1800 ${y - 200}Q0 ${y + sag} 1800 ${y - 200}v${depth}Q0 ${y + sag + depth} -1800 ${y - 200 + depth}Z`;
const festoons = (y: number, sag: number): string =>
  scatter(7, 44, (_, i) => {
    const x = -1760 + i * 80;
    const t = (x + 1800) / 3600;
    const at = y - 200 + (sag + 200) * 2 * t * (1 - t) + 22;
    return `M${x} ${round(at)}q36 34 72 0q-36 22 -72 0Z`;
  });

const halo = [520, 330, 210, 120, 58];

/** The empty house seen from the stage, and one ghost light. */
export default {
  set: {
    far: [
      backdrop('ground'),
      ...[-760, -560].flatMap((y) => [
        { d: balcony(y, 74, 150), tone: 'coal' },
        { d: balcony(y, 5, 150), tone: 'iron' },
        { d: festoons(y, 150), tone: 'soot' },
      ]),
      { d: balcony(-440, 700, 130), tone: 'ground' },
      ...ROWS.flatMap((row, i) => [
        { d: seats(row, 'back'), tone: i % 2 ? 'coal' : 'plush' },
        { id: `rim${i}`, d: seats(row, 'rim'), tone: 'iron' },
        { id: `lit${i}`, d: reached(row), tone: 'ash' },
        // One seat is not like the others.
        ...(i === 3
          ? [
              { d: seat(293, row, 'back'), tone: 'wine' },
              { d: seat(293, row, 'rim'), tone: 'red' },
            ]
          : []),
      ]),
    ],
    middle: [
      ...halo.map((r, i) => ({
        id: `halo${i}`,
        d: ellipse(LAMP.x, LAMP.y, r),
        tone: 'bone',
        opacity: 0.022 + i * 0.019,
      })),
      floor('ground', -62),
      { d: rect(-1800, -64, 3600, 3), tone: 'soot' },
      { d: boards(104, -62), tone: 'night' },
      { id: 'pool', d: ellipse(LAMP.x, 12, 300, 34), tone: 'bone', opacity: 0.07 },
      { d: ellipse(LAMP.x, 12, 150, 16), tone: 'bone', opacity: 0.08 },
      {
        d: `${rect(LAMP.x - 3, LAMP.y + 18, 6, 440)}${ellipse(LAMP.x, 10, 44, 9)}${rect(LAMP.x - 9, LAMP.y + 12, 18, 26)}`,
        tone: 'iron',
      },
      { id: 'bulb', d: ellipse(LAMP.x, LAMP.y, 15, 18), tone: 'bone' },
      {
        d: `M${LAMP.x - 24} ${LAMP.y + 20}q-8 -60 24 -66q32 6 24 66h-3q6 -56 -21 -62q-27 6 -21 62ZM${LAMP.x - 1} ${LAMP.y - 44}h2v64h-2Z`,
        tone: 'ash',
      },
      { id: 'dust', d: motes(77, 16, [20, -660, 460, 560]), tone: 'chalk', opacity: 0.4 },
    ],
    near: [
      ...drape({
        outer: 1400,
        inner: [430, 462, 440],
        levels: [-1500, -500, 300],
        folds: 9,
        seed: 61,
      }).map((d, i) => ({ d, tone: ['ground', 'night', 'coal'][i]! })),
    ],
  },
  tones: { plush: '#231f23', 'skin-half': '#6f6763' },
  best: 0.34,
  at(progress) {
    const dim = mix(1, 0.5, ease(progress, 0.2, 0.85));
    const parts = Object.fromEntries(
      halo.map((_, i) => {
        const k = dim * (1 + 0.04 * Math.sin(progress * 19 + i));
        return [
          `halo${i}`,
          {
            transform: `translate(${LAMP.x} ${LAMP.y}) scale(${k.toFixed(3)}) translate(${-LAMP.x} ${-LAMP.y})`,
          },
        ];
      }),
    );
    return {
      parts: {
        ...parts,
        ...Object.fromEntries(
          ROWS.map((_, i) => [
            `rim${i}`,
            { opacity: mix(1, 0.3, ease(progress, 0.08 * i, 0.4 + 0.08 * i)) },
          ]),
        ),
        ...Object.fromEntries(ROWS.map((_, i) => [`lit${i}`, { opacity: 0.35 + 0.65 * dim }])),
        dust: {
          transform: `translate(0 ${round(-40 * progress)})`,
          opacity: 0.4 * bump(progress, 0, 1),
        },
      },
      camera: { x: 0, y: mix(-40, 0, ease(progress)), zoom: mix(1.12, 1, ease(progress)) },
    };
  },
} satisfies Scene;
