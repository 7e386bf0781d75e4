import { polygon, rect } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

const SLATS = 14;
const PITCH = 1000 / SLATS;
/** From one slat to the next below it. */
const LATER = 0.2 / SLATS;

/** The blinds turn until no light comes through, and turn again. */
export default transition({
  hides: 1,
  actors: {
    /** Top to bottom: 0 edge on, 1 shut. */
    slats: Array.from({ length: SLATS }, () => ({ turn: 0 })),
    cords: { opacity: 0 },
    scene: { coming: 0 },
  },
  arrange(timeline, { slats, cords, scene }) {
    timeline
      .addLabel('shut')
      .to(cords, { opacity: 1, duration: 0.2, ease: 'sine.inOut' }, 0)
      // Each slat gathers way before it falls to, so that light is seen between them until just before the middle.
      .to(slats, { turn: 1, duration: 0.3, ease: 'power1.inOut', stagger: LATER }, 0);
    exchangeAt(timeline, scene, 0.5);
    timeline
      .addLabel('open', 0.53)
      .to(slats, { turn: 0, duration: 0.26, ease: 'sine.inOut', stagger: LATER }, 0.53)
      .to(cords, { opacity: 0, duration: 0.2, ease: 'sine.inOut' }, 0.8);
  },
  draw({ slats, cords, scene }, { width }) {
    const before: Shape[] = [];
    let faces = '';
    let shades = '';
    let edges = '';
    for (const [i, { turn }] of slats.entries()) {
      const y = (i + 0.5) * PITCH;
      const h = (PITCH / 2 + 2) * turn;
      if (h < 0.4) continue;
      faces += rect(-9, y - h, width + 18, 2 * h);
      shades += polygon(-9, y + h * 0.3, width + 9, y + h * 0.15, width + 9, y + h, -9, y + h);
      edges += polygon(-9, y - h, width + 9, y - h, width + 9, y - h + 2.4, -9, y - h + 1.2);
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
