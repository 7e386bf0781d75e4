import { random } from '../core/maths/chance.ts';
import { clamp } from '../core/maths/scalar.ts';
import { polygon, round } from '../core/paths/path.ts';
import type { Pane } from '../schemas/picture.ts';
import { transition } from '../timelines/transition.ts';

type Point = readonly [x: number, y: number];

/** Where it cracks: share of the width, and height. */
const CENTRE = [0.55, 430] as const;
/** Cracks run to the corners and twice to the edges: share of the width and height, past the edge by 40. */
const ENDS: readonly Point[] = [
  [0, -40],
  [0.62, -40],
  [1, -40],
  [1, 1040],
  [0.4, 1040],
  [0, 1040],
];
const noise = random(34);
/** Each crack bends once on its way: where, and how far to the side. */
const BENDS = ENDS.map(() => [0.26 + noise() * 0.2, (noise() - 0.5) * 0.16] as const);
/** How far each shard turns, degrees. */
const SPINS = ENDS.flatMap(() => [(noise() - 0.5) * 40, (noise() - 0.5) * 40]);

/** Between two cracks lie two shards: a small one at the centre and a large one beyond the bend. */
function shardsOf(width: number): readonly (readonly Point[])[] {
  const [cx, cy] = [width * CENTRE[0], CENTRE[1]];
  const cracks = ENDS.map(([share, y], i) => {
    const x = share === 0 ? -40 : share === 1 ? width + 40 : share * width;
    const [along, aside] = BENDS[i]!;
    const [dx, dy] = [x - cx, y - cy];
    const near: Point = [cx + dx * along - dy * aside, cy + dy * along + dx * aside];
    return [near, [x, y] satisfies Point] as const;
  });
  return cracks.flatMap(([near, far], i) => {
    const [nextNear, nextFar] = cracks[(i + 1) % cracks.length]!;
    return [
      [[cx, cy], near, nextNear],
      [near, far, nextFar, nextNear],
    ];
  });
}

/** The middle of what is seen of a shard. */
function middleOf(shard: readonly Point[], width: number): Point {
  const sum = (k: 0 | 1, most: number) =>
    shard.reduce((total, point) => total + clamp(point[k], 0, most), 0) / shard.length;
  return [sum(0, width), sum(1, 1000)];
}

/** The lowest fall first: how late a shard is, as on a screen of usual width. */
const late = (shard: readonly Point[]): number =>
  Math.round(24 - middleOf(shard, 1600)[1] * 0.024) / 100;

/** The mirror cracks from one point, and falls in shards, the lowest first. */
export default transition({
  actors: {
    /** How far the cracks have run: around the centre, then out to the edges. */
    cracks: { inner: 0, outer: 0, light: 1 },
    /** 0 in its place, 1 out of the picture. */
    shards: SPINS.map(() => ({ fallen: 0 })),
  },
  arrange(timeline, { cracks, shards }) {
    timeline
      .addLabel('cracks')
      // A blow, and a second one that carries to the edges.
      .to(cracks, { inner: 1, duration: 0.08, ease: 'power3.out' }, 0)
      .to(cracks, { outer: 1, duration: 0.16, ease: 'power2.inOut' }, 0.07)
      .addLabel('falls', 0.24)
      .to(
        shards,
        {
          fallen: 1,
          duration: 0.5,
          ease: 'power1.in',
          stagger: (i: number) => late(shardsOf(1600)[i]!),
        },
        0.24,
      )
      .to(cracks, { light: 0, duration: 0.4 }, 0.5);
  },
  draw({ cracks, shards }, { width }) {
    const flying: Pane[] = [];
    /** The shards that hang still. */
    let standing = '';
    let edges = '';
    const cx = width * CENTRE[0];
    for (const [i, shard] of shardsOf(width).entries()) {
      const { fallen } = shards[i]!;
      const [mx] = middleOf(shard, width);
      const dx = ((mx - cx) / width) * 500 * fallen;
      const dy = fallen * 1380;
      const rotate = SPINS[i]! * fallen;
      // The shard as it lies now.
      const turn = (rotate * Math.PI) / 180;
      const now = shard.map(([x, y]): Point => {
        const [px, py] = [x - width / 2, y - 500];
        return [
          width / 2 + px * Math.cos(turn) - py * Math.sin(turn) + dx,
          500 + px * Math.sin(turn) + py * Math.cos(turn) + dy,
        ];
      });
      const clip = polygon(...shard.flat());
      if (fallen === 0) standing += clip;
      else if (now.some(([, y]) => y < 1000))
        flying.push({ clip, x: round(dx), y: round(dy), rotate: round(rotate) });
      // One edge of every shard catches the light.
      const inner = shard.length === 3;
      const [ax, ay] = now[0]!;
      const [bx, by] = now[1]!;
      const run = inner ? cracks.inner : cracks.outer;
      const [ex, ey] = [ax + (bx - ax) * run, ay + (by - ay) * run];
      edges += polygon(ax, ay, ex, ey, ex + 3, ey + 2);
      if (inner && cracks.outer > 0) {
        const [ox, oy] = now[2]!;
        edges += polygon(bx, by, ox, oy, ox + 2, oy + 2);
      }
    }
    const falls = shards.some(({ fallen }) => fallen > 0);
    const still: Pane[] = standing === '' ? [] : [falls ? { clip: standing } : {}];
    return {
      outgoing: [...still, ...flying],
      incoming: falls ? [{}] : [],
      behind: [{ d: edges, tone: 'chalk', opacity: cracks.light * 0.8 }],
      before: [],
    };
  },
});
