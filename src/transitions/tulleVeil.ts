import { mix } from '../core/maths/scalar.ts';
import { rect, round } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';

/** How far beyond the picture's sides a net waits, farther the nearer it is, and how many folds it has: where two that differ a little cross, bands of light and dark travel. */
const NETS = [
  [160, 21],
  [300, 26],
] as const;
/** From the rail to the hem, in screen units: a net that hangs plumb ends below the picture. */
const LENGTH = 1080;
/** Half the pool's breadth, by steps of light. */
const RINGS = [640, 550, 460, 370] as const;

/**
 * Tulle flies in behind her and before her. Lit from the front it is a wall, and she a shape upon it; then light comes
 * from behind, the pool goes out in a ring, and through the net bleeds the next scene before the cloth flies on.
 */
export default transition({
  actors: {
    /** The leading edge at the rail and at the hem, and the trailing one: 0 beyond the left side, 1 beyond the right. */
    net: { head: 0, foot: 0, tail: 0, train: 0 },
    /** How opaque the scrim is, how brightly its pool shines, how far light from behind has opened it. */
    light: { wall: 0, pool: 0, open: 0 },
    /** Radians of the sway that runs through all of it. */
    sway: { phase: 0 },
  },
  arrange(timeline, { net, light, sway }) {
    timeline
      .addLabel('flies in')
      // The rail pulls, the hem drags behind.
      .to(net, { head: 1, duration: 0.36, ease: 'sine.inOut' }, 0)
      .to(net, { foot: 1, duration: 0.4, ease: 'sine.inOut' }, 0.06)
      .addLabel('a wall', 0.28)
      .to(light, { wall: 0.94, duration: 0.2, ease: 'sine.inOut' }, 0.28)
      .to(light, { pool: 1, duration: 0.12, ease: 'sine.inOut' }, 0.42)
      .addLabel('bleeds through', 0.54)
      .to(light, { open: 1, duration: 0.24 }, 0.54)
      .to(light, { pool: 0, duration: 0.16, ease: 'sine.inOut' }, 0.6)
      .addLabel('flies on', 0.68)
      .to(net, { tail: 1, duration: 0.28, ease: 'sine.inOut' }, 0.68)
      .to(net, { train: 1, duration: 0.28, ease: 'sine.inOut' }, 0.71)
      .to(sway, { phase: 7 }, 0);
  },
  draw({ net: { head, foot, tail, train }, light: { wall, pool, open }, sway }, { width }) {
    const [back, near] = NETS.map(([wings, count]) => {
      /** Where the cloth hangs at share `u` of its breadth: at the rail, halfway, at the hem. */
      const hang = (u: number) => {
        const place = (from: number, to: number, folds: number) =>
          // Gathered here and there, and not at the hem where it is at the rail.
          mix(-wings, width + wings, mix(from, to, u + 0.022 * Math.sin(u * folds + count)));
        const wave = 16 * Math.sin(sway.phase + u * 9 + count);
        const x = place(tail, head, 23);
        const low = place(train, foot, 17) + wave;
        // It is as long as it is: what hangs aslant does not reach the floor.
        const y = LENGTH / Math.hypot(1, (low - x) / LENGTH);
        return [x, mix(x, low, 0.3) - wave, low, y].map(round);
      };
      const fold = (u: number, breadth: number) => {
        const [x, c, low, y] = hang(u);
        const [x2, c2, low2, y2] = hang(u - breadth);
        return `M${x} -9Q${c} 560 ${low} ${y}L${low2} ${y2}Q${c2} 560 ${x2} -9Z`;
      };
      let folds = '';
      let ridges = '';
      for (let i = 0; i < count; i++) {
        const u = 1 - i / count;
        folds += fold(u, (0.4 + 0.24 * Math.sin(i * 2.4)) / count);
        ridges += fold(u, 0.05 / count);
      }
      return { whole: fold(1, 1), folds, ridges };
    });
    const far = Math.hypot(width / 2, 500) + 9;
    /** Either way round, so that one cuts a hole in another. */
    const disc = (radius: number, sweep: 0 | 1) => {
      const r = Math.round(radius);
      const half = `a${r} ${r} 0 1 ${sweep} `;
      return `M${Math.round(width / 2) - r} 500${half}${2 * r} 0${half}${-2 * r} 0Z`;
    };
    const hole = disc(open * far, 0);
    const all = rect(-9, -9, width + 18, 1018);
    // In the dark folds are where most cloth is, and pale; in the light they are its shadows.
    const shade = 0.55 * pool - 0.2;
    return {
      outgoing: [{ clip: all + hole }],
      incoming: open ? [{}] : [],
      behind: [
        { d: back!.whole, tone: 'iron', opacity: 0.3 },
        { d: all + hole, tone: 'soot', opacity: wall },
        ...RINGS.map(
          (r): Shape => ({
            d: disc(mix(r * (0.7 + 0.3 * pool), far, open), 1) + hole,
            tone: r < 400 ? 'bone' : 'ash',
            opacity: pool * 0.42,
          }),
        ),
        { d: back!.folds, tone: shade > 0 ? 'iron' : 'ash', opacity: Math.abs(shade) },
        { d: back!.ridges, tone: 'bone', opacity: 0.16 + 0.2 * pool },
      ],
      before: [
        { d: near!.whole, tone: 'ash', opacity: 0.07 + 0.1 * pool },
        { d: near!.folds, tone: 'ash', opacity: 0.18 },
      ],
    };
  },
});
