import { mix } from '../core/maths/scalar.ts';
import { rect, round } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';

/** How far the stage is carried up, in screen units: faster than the page that follows it, which would cover the shoes. */
const RISE = 720;
/** Half of what the light leaves at its top and at its foot: a beam upon her shoes. */
const BEAM = { top: 52, foot: 196 };
/** How far the dusk about the dark reaches. */
const DUSK = 34;

const shutter = () => ({ top: 1, foot: 1, closed: 0 });

/**
 * The page carries the stage away, her shoes still on it. The dark comes in from the wings like barn doors to their beam,
 * falls from above to their pool, and closes over them; the line they stood on is the last to go.
 */
export default transition({
  actors: {
    stage: { risen: 0 },
    /** The dusk goes before the dark: how wide each is open at its top and foot, and how far closed from above and about. */
    shutters: [shutter(), shutter()],
    lid: { fallen: 0 },
    /** How far it is drawn from beneath the shoes to either side. */
    line: { length: 0 },
  },
  arrange(timeline, { stage, shutters, lid, line }) {
    timeline
      .addLabel('carried')
      .to(stage, { risen: 1, ease: 'sine.out' }, 0)
      // Hung from above: what is high swings first, the foot follows and comes to rest with a bounce.
      .to(shutters, { top: 0, duration: 0.38, ease: 'power2.inOut', stagger: 0.05 }, 0.02)
      .to(shutters, { foot: 0, duration: 0.46, ease: 'back.out(1.1)', stagger: 0.05 }, 0.06)
      .addLabel('line', 0.3)
      .to(line, { length: 1, duration: 0.26, ease: 'power3.out' }, 0.3)
      .addLabel('lid', 0.42)
      .to(lid, { fallen: 1, duration: 0.34, ease: 'power2.inOut' }, 0.42)
      .addLabel('closes', 0.7)
      .to(shutters, { closed: 1, duration: 0.2, ease: 'power2.in', stagger: 0.03 }, 0.7)
      .to(line, { length: 0, duration: 0.2, ease: 'power3.in' }, 0.78);
  },
  draw({ stage, shutters, lid, line }, { width }, lamp = [width / 2, 900]) {
    const x = lamp[0];
    const rise = RISE * stage.risen;
    const y = lamp[1] - rise;
    const wide = Math.max(x, width - x) + 260;
    /** All but what is lit: a beam that ends in a pool. */
    const dark = ({ top, foot, closed }: (typeof shutters)[number], dusk: number): string => {
      const open = 1 - closed;
      const low = open * (mix(BEAM.foot, wide, foot) + dusk);
      const high =
        open * (mix(mix(BEAM.top, wide, top), mix(BEAM.foot, wide, foot), lid.fallen) + dusk);
      const shoulder = round(mix(-20, y, lid.fallen));
      const roof = round(open * lid.fallen * (110 + dusk));
      const deep = round(open * (mix(40, 420, Math.max(0, foot)) + dusk / 2));
      return `${rect(-9, -9, width + 18, 1018)}M${round(x - high)} ${shoulder}L${round(x - low)} ${round(y)}A${round(low)} ${deep} 0 0 0 ${round(x + low)} ${round(y)}L${round(x + high)} ${shoulder}A${round(high)} ${roof} 0 0 0 ${round(x - high)} ${shoulder}Z`;
    };
    const reach = (width / 2) * line.length;
    return {
      outgoing: [{ y: round(-rise) }],
      incoming: [],
      behind: [],
      before: [
        { d: dark(shutters[0]!, 0), tone: 'ground', opacity: 0.5 },
        { d: dark(shutters[1]!, DUSK), tone: 'ground' },
        { d: rect(x - reach, y + 34, 2 * reach, 4), tone: 'red' },
      ],
      dancer: { rise },
    };
  },
  sounds: [{ effect: 'curtain', at: 0.12, only: 'forwards' }],
});
