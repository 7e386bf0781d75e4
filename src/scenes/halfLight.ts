import { mix } from '../core/maths/scalar.ts';
import { band, ellipse, round } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, floor } from './shapes/stage.ts';

const R = 285;
const DUST = [0, 1, 2, 3];

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
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { id: 'dark', d: ellipse(0, 0, R), tone: 'pitch', follows: true },
      { id: 'glow', d: ellipse(0, 0, R * 1.32), tone: 'blood', opacity: 0.12, follows: true },
      { id: 'lit', d: phase(0), tone: 'blood', follows: true },
    ],
    middle: [
      floor('ground'),
      { id: 'veil0', d: cloth(300, 130, 22), tone: 'bone', opacity: 0.035 },
      { id: 'veil1', d: cloth(360, 220, -18), tone: 'bone', opacity: 0.045 },
      { id: 'veil2', d: cloth(470, 500, 14), tone: 'bone', opacity: 0.05 },
      ...DUST.map(
        (i): Shape => ({
          id: `dust${i}`,
          d: motes(i + 60, 7, [-120, -900, 420, 640]),
          tone: 'chalk',
          opacity: 0.5,
          spare: 1,
        }),
      ),
    ],
    near: [
      { id: 'wing', d: cloth(330, 1400, 16), tone: 'ground' },
      { id: 'wingEdge', d: cloth(322, 9, 16), tone: 'iron' },
    ],
  },
  tones: { 'skin-half': ['iron', 'ash', 0.57], 'leotard-lit': ['body', 'leotard-lit', 0.53] },
  best: 0.53,
  quiet: 'left',
  suits: { dance: 'ana-de-armas', cue: 'waltz-c-sharp-minor', transition: 'tulleVeil' },
  themes:
    'face actress actor perform cast eye portrait tender vulnerab charact star role beaut smile love visage actrice regard amour gesicht schauspiel auge liebe figur rostro actriz mirada amor personaje',
  told: {
    en: 'The dancer is seen close, from the waist up. Soft light from one side leaves half of her face dark while her head, shoulders and hands pass slowly through a port de bras.',
    fr: 'La danseuse est vue de près, à mi-corps. Une lumière douce laisse la moitié de son visage dans l’ombre, tandis que tête, épaules et mains passent lentement par un port de bras.',
    de: 'Die Tänzerin ist von der Hüfte an aus der Nähe zu sehen. Weiches Licht von der Seite lässt die Hälfte ihres Gesichts dunkel, während Kopf, Schultern und Hände langsam durch ein Port de bras gehen.',
    es: 'La bailarina se ve de cerca, de cintura para arriba. Una luz suave deja media cara en sombra mientras cabeza, hombros y manos pasan despacio por un port de bras.',
  },
  poster: {
    wide: { x: 0.27, y: 1.35, share: 1.05, title: 'right', align: 'center', column: 0.46 },
    square: { x: 0.6, y: 0.98, share: 0.82, title: 'bottom' },
    tall: { x: 0.5, y: 0.86, share: 0.58, title: 'bottom' },
    accent: 'red',
    number: 'red',
  },
  actors: {
    /** How near she is: 0 at both ends of the chapter, 1 half of the way round. */
    approach: { arc: 0 },
    /** The low sun: across the picture, and how much of it is lit (-1 new, 0 half). */
    sun: { x: 50, phase: -0.8 },
    /** Phase of the sway of the cloths. */
    cloths: { sway: 0 },
    dust: { drift: 0 },
  },
  arrange(timeline, actors) {
    const { approach, sun, cloths, dust } = actors;
    timeline
      .to(sun, { x: -10 }, 0)
      .to(sun, { phase: 0.12, ease: 'smooth' }, 0)
      .to(cloths, { sway: 9 }, 0)
      .to(dust, { drift: 1 }, 0)
      .addLabel('near', 0.02)
      .to(approach, { arc: 1, duration: 0.96, ease: 'bump' }, 0.02);
  },
  draw(actors) {
    const { approach, sun, cloths, dust } = actors;
    const near = Math.sqrt(approach.arc);
    const disc = `translate(${sun.x.toFixed(1)} ${mix(-430, -500, near).toFixed(1)})`;
    const sway = Math.sin(cloths.sway) * 9;
    const drifting = Object.fromEntries(
      DUST.map((i) => [
        `dust${i}`,
        {
          transform: `translate(${round(dust.drift * (30 - i * 20))} ${round(dust.drift * (i % 2 ? 70 : -50))})`,
        },
      ]),
    );
    return {
      camera: { x: mix(0, 10, near), y: mix(0, -165, near), zoom: mix(1, 1.95, near) },
      parts: {
        ...drifting,
        dark: { transform: disc },
        glow: { transform: disc },
        lit: { transform: `${disc} rotate(-12)`, d: phase(sun.phase) },
        veil0: { transform: `translate(${round(sway)} 0)` },
        veil1: { transform: `translate(${round(-sway * 1.6)} 0)` },
        wing: { transform: `translate(${round(sway * 0.4)} 0)` },
        wingEdge: { transform: `translate(${round(sway * 0.4)} 0)` },
      },
    };
  },
});
