import { mix } from '../core/maths/scalar.ts';
import { rect } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';

/** The ground rises over the stage, carrying one red line, and the line goes out. */
export default transition({
  actors: {
    /** From below the picture (0) to above it (1). */
    ground: { risen: 0 },
    /** Its length, as a share of the picture's width. */
    line: { length: 0 },
  },
  arrange(timeline, { ground, line }) {
    timeline
      .addLabel('drawn')
      .to(line, { length: 1, duration: 0.32, ease: 'power2.out' }, 0)
      .addLabel('rises', 0.1)
      .to(ground, { risen: 1, duration: 0.86, ease: 'power1.inOut' }, 0.1)
      .addLabel('goes out', 0.66)
      .to(line, { length: 0, duration: 0.32, ease: 'power2.in' }, 0.66);
  },
  draw({ ground, line }, { width }) {
    const y = mix(1004, -8, ground.risen);
    const length = width * line.length;
    return {
      outgoing: [{ clip: rect(-9, -9, width + 18, y + 12) }],
      incoming: [],
      behind: [],
      before: [
        { d: rect(-9, y, width + 18, 1100), tone: 'ground' },
        { d: rect((width - length) / 2, y - 3, length, 4), tone: 'red' },
      ],
    };
  },
  sounds: [{ effect: 'curtain', at: 0.12, only: 'forwards' }],
});
