import { mix } from '../core/maths/scalar.ts';
import { rect } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';

const COUNT = 5;
/** How far a dancer of size 1 reaches to either side. */
const REACH = 300;
/** They are shadows: the light behind them is on their edges. */
const LOOK = {
  tone: 'ground',
  accents: { 'skin-lit': 'wine', 'tutu-lit': 'blood', 'shoe-lit': 'blood' },
  mirrored: true,
} as const;

/** How far the dark reaches beyond its core, and how dark it is there. */
const PENUMBRA = [
  [170, 0.35],
  [70, 0.5],
  [0, 1],
] as const;

/**
 * The corps crosses in one file, in canon: the first of them is far off and small, each that follows nearer, and the last
 * a shadow as high as the stage. The light fails where they pass, and behind the last the next scene is set.
 */
export default transition({
  actors: {
    /** The dark they bring: from beyond the right edge (0) to beyond the left (1). */
    dark: { across: 0 },
    /** Each by herself, from wing to wing. */
    file: Array.from({ length: COUNT }, () => ({ across: 0 })),
    /** How many frames behind her the first of them dance. */
    canon: { behind: 14 },
  },
  arrange(timeline, { dark, file, canon }) {
    timeline
      .addLabel('file')
      // Whoever is nearer seems faster, and sets out later.
      .to(
        file,
        { across: 1, duration: (i: number) => 0.6 - i * 0.05, ease: 'sine.inOut', stagger: 0.14 },
        0,
      )
      .addLabel('dark', 0.06)
      .to(dark, { across: 1, duration: 0.92, ease: 'sine.inOut' }, 0.06)
      .to(canon, { behind: 0 }, 0);
  },
  draw({ dark, file, canon }, { width }) {
    const half = width / 2 + 90;
    const at = mix(width + half + 260, -half - 260, dark.across);
    const troupe = file.flatMap(({ across }, i) => {
      if (across <= 0 || across >= 1) return [];
      // Narrow stages have room for fewer.
      if (width < 1000 && i % 2) return [];
      const near = (i / 4) ** 1.4;
      const scale = 0.7 + 1.15 * near;
      const reach = REACH * scale;
      const hop = Math.abs(Math.sin((canon.behind + i) * 2)) * 20 * scale;
      return {
        ...LOOK,
        x: mix(width + reach, -reach, across),
        y: 380 * near - 50 - hop,
        scale,
        offset: -Math.round(2 + i * 3 + canon.behind),
      };
    });
    return {
      outgoing: [{ clip: rect(-9, -9, at + 9, 1018) }],
      incoming: [{ clip: rect(at, -9, width + 9 - at, 1018) }],
      // Its edges are dusk, not a wall.
      behind: PENUMBRA.map(([wider, opacity]) => ({
        d: rect(at - half - wider, -9, 2 * (half + wider), 1018),
        tone: 'ground',
        opacity,
      })),
      before: [],
      troupe,
    };
  },
  sounds: [0.2, 0.42, 0.64, 0.86].map((at) => ({ effect: 'pointeShoe', at })),
});
