import { clamp, mix } from '../core/maths/scalar.ts';
import { polygon, rect, round } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';

/** How far the stage is carried up, in screen units: faster than the page that follows it, which would cover the shoes. */
const RISE = 720;
/** Half of what the dark leaves of a beam upon her shoes: at the top of the picture, and at their feet. */
const BEAM = { top: 52, foot: 196 };
/** How far below their feet the line runs: a floor. */
const FLOOR = 34;

/** One of two darks: the wings it comes from, at the top and at the foot, and how far it has fallen from above. */
const dark = () => ({ top: 0, foot: 0, fallen: 0 });

/**
 * The page carries the stage away, her shoes still on it. The dark comes in from the wings to their beam, then falls
 * from above like the last curtain: upright light is pressed into a line that lies. That stays, and is the last to go.
 */
export default transition({
  actors: {
    stage: { risen: 0 },
    /** Dusk goes before the dark. */
    darks: [dark(), dark()],
    /** How far it is drawn from beneath the shoes to either side. */
    line: { length: 0 },
  },
  arrange(timeline, { stage, darks, line }) {
    timeline
      .addLabel('carried')
      .to(stage, { risen: 1, ease: 'sine.out' }, 0)
      // Hung from above: what is high swings first, the foot follows and comes to rest with a bounce.
      .to(darks, { top: 1, duration: 0.36, ease: 'power2.inOut', stagger: 0.05 }, 0.02)
      .to(darks, { foot: 1, duration: 0.42, ease: 'back.out(1.1)', stagger: 0.05 }, 0.06)
      .addLabel('line', 0.4)
      .to(line, { length: 1, duration: 0.3, ease: 'power3.out' }, 0.4)
      .addLabel('falls', 0.48)
      .to(darks, { fallen: 1, duration: 0.3, ease: 'power2.in', stagger: 0.04 }, 0.48)
      .addLabel('goes out', 0.82)
      .to(line, { length: 0, duration: 0.18, ease: 'power3.in' }, 0.82);
  },
  draw({ stage, darks, line }, { width }, [x, y0] = [width / 2, 900]) {
    const rise = RISE * stage.risen;
    const y = y0 - rise + FLOOR;
    const wide = Math.max(x, width - x) + 200;
    const before: Shape[] = darks.map(({ top, foot, fallen }, i) => {
      const dusk = 30 * (1 - i);
      const high = mix(wide, mix(BEAM.top, BEAM.foot, rise / y0), top) + dusk;
      const low = mix(wide, BEAM.foot, foot) + dusk;
      const lid = mix(-20, y, fallen);
      const at = mix(high, low, clamp(lid / y));
      // All but the beam, that is cut off from above, and off by the line as that is drawn.
      return {
        d: `${rect(-9, -9, width + 18, 1018)}${polygon(x - at, lid, x - low, y, x + low, y, x + at, lid)}`,
        tone: 'ground',
        opacity: i ? 1 : 0.5,
      };
    });
    const reach = wide * line.length;
    before.push({ d: rect(x - reach, y - 2, 2 * reach, 4), tone: 'red' });
    return { outgoing: [{ y: round(-rise) }], incoming: [], behind: [], before, dancer: { rise } };
  },
  sounds: [{ effect: 'curtain', at: 0.12, only: 'forwards' }],
});
