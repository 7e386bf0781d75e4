import { FLOOR_SHARE, PICTURE_UNITS, SPOT } from '../config/stage.ts';
import { mix } from '../core/maths/scalar.ts';
import { ellipse, rect } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';
import { exchangeAt, exchanged } from './shapes/panes.ts';

/** Screen units in one of the world's. */
const SCALE = 1000 / PICTURE_UNITS;

/** The light goes out, and only the ghost light stays; from it the next scene dawns. */
export default transition({
  hides: 2,
  actors: {
    /** The circle that is lit: 1 all of the screen, 0 the lamp alone; and the dusk at its rim. */
    circle: { open: 1, rim: 0 },
    /** The lamp, the glow around it, the iron it stands on. */
    lamp: { bulb: 1, glow: 0, stand: 0 },
    scene: { coming: 0 },
  },
  arrange(timeline, { circle, lamp, scene }) {
    timeline
      .addLabel('goes out')
      .to(circle, { rim: 1, duration: 0.1 }, 0)
      .to(circle, { open: 0, duration: 0.44, ease: 'sine.inOut' }, 0)
      .to(lamp, { stand: 1, duration: 0.3, ease: 'sine.inOut' }, 0.1)
      // Alone in the dark it swells once, like a breath.
      .to(lamp, { glow: 1, duration: 0.34, ease: 'sine.inOut' }, 0.1)
      .addLabel('alone', 0.44);
    exchangeAt(timeline, scene, 0.5);
    timeline
      .addLabel('dawns', 0.54)
      .to(lamp, { glow: 0.6, duration: 0.2, ease: 'sine.inOut' }, 0.46)
      .to(circle, { open: 1, duration: 0.46, ease: 'power1.in' }, 0.54)
      .to(circle, { rim: 0, duration: 0.2, ease: 'sine.inOut' }, 0.78)
      .to(lamp, { bulb: 0, glow: 0, stand: 0, duration: 0.23, ease: 'sine.inOut' }, 0.72);
  },
  draw({ circle, lamp, scene }, { width, tall }, standing) {
    // The lamp of the scene that leaves, else one beside her.
    const [x, y] = standing ?? [
      width * (tall ? SPOT.tall : SPOT.left) + 245 * SCALE,
      1000 * FLOOR_SHARE - 430 * SCALE,
    ];
    const far = Math.hypot(Math.max(x, width - x), 1000 - y) + 60;
    const r = mix(46 * SCALE, far, circle.open);
    /** The screen without a disc. */
    const without = (radius: number): string =>
      rect(-9, -9, width + 18, 1018) + ellipse(x, y, radius);
    return exchanged(scene, [
      { d: without(r), tone: 'ground' },
      { d: without(r * 0.72), tone: 'ground', opacity: 0.5 * circle.rim },
      { d: without(r * 0.5), tone: 'ground', opacity: 0.35 * circle.rim },
      {
        d: ellipse(x, y, mix(40, 60, lamp.glow) * SCALE),
        tone: 'bone',
        opacity: 0.14 * lamp.glow,
      },
      { d: ellipse(x, y, 15 * SCALE, 18 * SCALE), tone: 'bone', opacity: lamp.bulb },
      {
        d: rect(x - 3 * SCALE, y + 18 * SCALE, 6 * SCALE, 440 * SCALE),
        tone: 'iron',
        opacity: lamp.stand,
      },
    ]);
  },
});
