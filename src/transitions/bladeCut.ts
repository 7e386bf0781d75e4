import { gouge, polygon } from '../core/paths/path.ts';
import { eitherWay } from '../core/sound/effectMarks.ts';
import { transition } from '../timelines/transition.ts';

/** A blade crosses on the diagonal; the halves slide along the cut and apart. */
export default transition({
  actors: {
    /** Its tip and its end, as shares of the diagonal, and how bright it is. */
    blade: { tip: 0, end: 0, glint: 1 },
    /** Left and right of the cut: 0 in place, 1 out of the picture. */
    halves: [{ apart: 0 }, { apart: 0 }],
  },
  arrange(timeline, { blade, halves }) {
    timeline
      .addLabel('strike')
      .to(blade, { tip: 1, duration: 0.28, ease: 'power2.inOut' }, 0)
      .to(blade, { end: 1, duration: 0.18, ease: 'power2.in' }, 0.16)
      .to(blade, { glint: 0, duration: 0.3 }, 0.3)
      // A held breath, then the halves begin to slip; the right one a little later.
      .addLabel('part', 0.28)
      .to(halves, { apart: 1, duration: 0.69, ease: 'power1.in', stagger: 0.03 }, 0.28);
  },
  draw({ blade, halves }, { width }) {
    const lean = Math.min(300, width * 0.28);
    const top = width / 2 + lean;
    const foot = width / 2 - lean;
    const length = Math.hypot(1000, top - foot);
    const [ux, uy] = [(foot - top) / length, 1000 / length];
    const at = (share: number) => [top + (foot - top) * share, 1000 * share] as const;
    const [x, y] = at(blade.end * 1.1 - 0.1);
    const [tipX, tipY] = at(blade.tip);
    const whole = halves.every(({ apart }) => apart === 0);
    const seam = [top - ux * 600, -600 * uy, foot + ux * 600, 1000 + 600 * uy] as const;
    const [topX, topY, footX, footY] = seam;
    const clips = [
      polygon(-3000, -600, topX, topY, footX, footY, -3000, 1600),
      polygon(topX, topY, 5000, -600, 5000, 1600, footX, footY),
    ];
    const placed = halves.map(({ apart }, i) => {
      const side = i === 0 ? -1 : 1;
      const open = side * apart * (width / 2 + lean + 60);
      const slide = -side * apart * 260;
      return { apart, open, x: ux * slide + open, y: uy * slide };
    });
    return {
      outgoing: whole ? [{}] : placed.map((half, i) => ({ clip: clips[i]!, x: half.x, y: half.y })),
      incoming: whole ? [] : [{}],
      behind: placed.map(({ apart, open }) => ({
        d: gouge(top + open - ux * 400, -uy * 400, ux * (length + 800), uy * (length + 800), 7),
        tone: 'red',
        opacity: whole ? 0 : 1 - apart,
      })),
      before: [{ d: gouge(x, y, tipX - x, tipY - y, 9), tone: 'bone', opacity: blade.glint }],
    };
  },
  // The blade enters as the passage begins, and is gone before the halves part.
  sounds: eitherWay('blade', 0.04, 0.3),
});
