import { mix } from '../core/maths/scalar.ts';
import { rect, round } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';

/** Rows back to front: how far they stand apart from the first, their size and their light. */
const ROWS = [
  { shift: 0.5, scale: 1.12, y: -10, tone: 'deep', accents: { 'tutu-lit': 'wine' } },
  {
    shift: 0,
    scale: 1.3,
    y: 30,
    tone: 'ground',
    accents: { 'skin-lit': 'wine', 'tutu-lit': 'blood', 'shoe-lit': 'blood' },
  },
] as const;
/** From one dancer of a row to the next, in screen units, at least. */
const PITCH = 292;
/** How far a dancer reaches to either side. */
const REACH = 330;

/** How far the dark reaches beyond its core, and how dark it is there. */
const PENUMBRA = [
  [210, 0.3],
  [130, 0.4],
  [60, 0.5],
  [0, 1],
] as const;

/** The corps crosses like a curtain, row before row, in canon; behind its dark the next scene is set. */
export default transition({
  actors: {
    /** The dark they bring: from beyond the right edge (0) to beyond the left (1). */
    dark: { across: 0 },
    /** Each row by itself, and the steps it has taken. */
    rows: ROWS.map(() => ({ across: 0, steps: 0 })),
    /** How many frames behind her the first of them dance. */
    canon: { behind: 14 },
  },
  arrange(timeline, { dark, rows, canon }) {
    timeline
      .addLabel('enter')
      .to(dark, { across: 1, duration: 0.94, ease: 'sine.inOut' }, 0.03)
      // The row behind sets out first; the front row catches it up in the dark and leaves before it.
      .to(rows[0]!, { across: 1, duration: 1, ease: 'sine.inOut' }, 0)
      .to(rows[1]!, { across: 1, duration: 0.94, ease: 'sine.inOut' }, 0.04)
      .to(rows, { steps: 9, duration: 0.96, stagger: 0.04 }, 0)
      .to(canon, { behind: 0 }, 0);
  },
  draw({ dark, rows, canon }, { width }) {
    // The dark hides the whole picture for a moment, and no longer.
    const half = width / 2 + 90;
    const pitch = Math.max(PITCH, width / 6);
    const count = Math.ceil((half - REACH * 0.3) / pitch);
    const place = (across: number) => mix(width + half + REACH, -half - REACH, across);
    const at = place(dark.across);
    const troupe = ROWS.flatMap(({ shift, y, ...look }, row) => {
      const { across, steps } = rows[row]!;
      const figures = [];
      for (let i = -count; i <= count - (row ? 0 : 1); i++) {
        const x = place(across) + (i + shift) * pitch;
        if (x < -REACH || x > width + REACH) continue;
        // Little steps: each a little later than the one before her.
        const beat = steps + i * 0.37 + row * 0.5;
        figures.push({
          ...look,
          x: round(x),
          y: round(y - Math.abs(Math.sin(beat * Math.PI)) * 16),
          offset: -Math.round(2 + (i + count) * 2 + row + canon.behind),
          mirrored: row === 1,
        });
      }
      return figures;
    });
    return {
      outgoing: [{ clip: `M-9 -9H${round(at)}V1009H-9Z` }],
      incoming: [{ clip: `M${round(width + 9)} -9H${round(at)}V1009H${round(width + 9)}Z` }],
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
