import { mix } from '../core/maths/scalar.ts';
import { polygon, round } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';

/** The first and the last of the file: how large, and how much lower than the stage's the floor is under them. */
const FIRST = { scale: 0.7, y: -50 };
const LAST = { scale: 1.85, y: 330 };
const COUNT = 6;
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
 * The corps crosses in one file, in canon: the first of them is far off and small, each that follows is nearer, and the last
 * a shadow as high as the stage. The light fails where they pass, and behind the last the next scene is set.
 */
export default transition({
  actors: {
    /** The dark they bring: from beyond the right edge (0) to beyond the left (1), and how it leans into its way. */
    dark: { across: 0, lean: 0 },
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
        { across: 1, duration: (i: number) => 0.6 - i * 0.04, ease: 'sine.inOut', stagger: 0.11 },
        0,
      )
      .addLabel('dark', 0.06)
      .to(dark, { across: 1, duration: 0.92, ease: 'sine.inOut' }, 0.06)
      .to(dark, { lean: 1, duration: 0.92, ease: 'bump' }, 0.06)
      .to(canon, { behind: 0 }, 0);
  },
  draw({ dark, file, canon }, { width }) {
    const half = width / 2 + 90;
    const at = mix(width + half + 260, -half - 260, dark.across);
    const lean = 90 * dark.lean;
    const edge = (x: number, far: number): string =>
      polygon(x - lean, -9, far, -9, far, 1009, x + lean, 1009);
    const troupe = file.flatMap(({ across }, i) => {
      // Narrow stages have room for half of them.
      if (width < 1000 && i % 2 === 0) return [];
      const near = i / (COUNT - 1);
      const scale = mix(FIRST.scale, LAST.scale, near ** 1.4);
      const reach = REACH * scale;
      if (across <= 0 || across >= 1) return [];
      const hop = Math.abs(Math.sin((canon.behind * 0.6 + i * 0.5) * Math.PI)) * 20 * scale;
      return [
        {
          ...LOOK,
          x: round(mix(width + reach, -reach, across)),
          y: round(mix(FIRST.y, LAST.y, near ** 1.4) - hop),
          scale: Number(scale.toFixed(2)),
          offset: -Math.round(2 + i * 3 + canon.behind),
        },
      ];
    });
    return {
      outgoing: [{ clip: edge(at, -99) }],
      incoming: [{ clip: edge(at, width + 99) }],
      // Its edges are dusk, not a wall.
      behind: PENUMBRA.map(([wider, opacity]) => ({
        d: polygon(
          ...[at - half - wider - lean, -9, at + half + wider - lean, -9],
          ...[at + half + wider + lean, 1009, at - half - wider + lean, 1009],
        ),
        tone: 'ground',
        opacity,
      })),
      before: [],
      troupe,
    };
  },
  sounds: [0.2, 0.42, 0.64, 0.86].map((at) => ({ effect: 'pointeShoe', at })),
});
