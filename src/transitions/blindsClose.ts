import { band, rect } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

const SLATS = 14;
const PITCH = 1000 / SLATS;
/** From one slat to the next below it. */
const LATER = 0.014;
/** Between which slats someone looks through, counted from above: at the height of her face. */
const PEEP = 4;

/** The blinds turn until no light comes through. Two slats are spread, for one look at who comes, and all turn again. */
export default transition({
  hides: 1,
  actors: {
    /** Top to bottom: 0 edge on, 1 shut. */
    slats: Array.from({ length: SLATS }, () => ({ turn: 0 })),
    /** How far the slats are spread where someone looks through. */
    peep: { spread: 0 },
    cords: { opacity: 0 },
    scene: { coming: 0 },
  },
  arrange(timeline, { slats, peep, cords, scene }) {
    timeline
      .addLabel('shut')
      .to(cords, { opacity: 1, duration: 0.2, ease: 'sine.inOut' }, 0)
      // Each slat gathers way before it falls to, so that light is seen between them until just before the middle.
      .to(slats, { turn: 1, duration: 0.3, ease: 'power1.inOut', stagger: LATER }, 0);
    exchangeAt(timeline, scene, 0.5);
    timeline
      .addLabel('look', 0.512)
      .to(peep, { spread: 1, duration: 0.07, ease: 'back.out(2)' }, 0.512)
      .to(peep, { spread: 0, duration: 0.12, ease: 'power2.inOut' }, 0.6)
      .addLabel('open', 0.56)
      .to(slats, { turn: 0, duration: 0.24, ease: 'sine.inOut', stagger: LATER }, 0.56)
      .to(cords, { opacity: 0, duration: 0.2, ease: 'sine.inOut' }, 0.8);
  },
  draw({ slats, peep, cords, scene }, { width }) {
    const before: Shape[] = [];
    const middle = width / 2;
    let faces = '';
    let shades = '';
    let edges = '';
    for (const [i, { turn }] of slats.entries()) {
      const y = (i + 0.5) * PITCH;
      const h = (PITCH / 2 + 2) * turn;
      if (h < 0.4) continue;
      // Fingers bend those next to them most.
      const away = i + 0.5 - PEEP;
      const bent = (80 * peep.spread * Math.sign(away)) / 2.2 ** (Math.abs(away) - 0.5);
      const along = (level: number): number[] =>
        [-9, middle - 330, middle - 130, middle, middle + 130, middle + 330, width + 9].flatMap(
          (x, at) => [x, level + bent * [0, 0, 0.5, 1, 0.5, 0, 0][at]!],
        );
      const strip = (from: number, to: number): string =>
        Math.abs(bent) < 1 ? rect(-9, from, width + 18, to - from) : band(along(from), along(to));
      faces += strip(y - h, y + h);
      shades += strip(y + h * 0.2, y + h);
      edges += strip(y - h, y - h + 2);
    }
    if (faces)
      before.push(
        { d: faces, tone: 'soot' },
        { d: shades, tone: 'coal' },
        { d: edges, tone: 'ash' },
      );
    before.push({
      d: rect(width * 0.2, 0, 3, 1000) + rect(width * 0.8, 0, 3, 1000),
      tone: 'ground',
      opacity: cords.opacity,
    });
    return exchanged(scene, before);
  },
});
