import { random } from '../core/maths/chance.ts';
import { clamp, ramp } from '../core/maths/scalar.ts';
import { polygon, round } from '../core/paths/path.ts';
import type { Pane, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** The mirror cracks from one point, and falls in shards, the lowest first. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const noise = random(34);
  const cx = width * 0.55;
  const cy = 430;
  // Cracks run to the corners and twice to the edges; each bends once on its way.
  const [l, r, t, b] = [-40, width + 40, -40, 1040];
  const cracks = [l, t, width * 0.62, t, r, t, r, b, width * 0.4, b, l, b].flatMap((x, i, ends) => {
    if (i % 2) return [];
    const y = ends[i + 1]!;
    const share = 0.26 + noise() * 0.2;
    const bend = (noise() - 0.5) * 0.16;
    const [dx, dy] = [x - cx, y - cy];
    return [
      [
        [cx + dx * share - dy * bend, cy + dy * share + dx * bend],
        [x, y],
      ] as const,
    ];
  });
  const flying: Pane[] = [];
  /** The shards that hang still. */
  let standing = '';
  let edges = '';
  const grown = ramp(progress, 0, 0.24);
  const fallen = 1 - ramp(progress, 0.5, 0.9);
  cracks.forEach(([near, far], i) => {
    const [near1, far1] = cracks[(i + 1) % cracks.length]!;
    for (const shard of [
      [cx, cy, ...near, ...near1],
      [...near, ...far, ...far1, ...near1],
    ]) {
      const n = shard.length / 2;
      let mx = 0;
      let my = 0;
      for (let k = 0; k < n; k++) {
        mx += clamp(shard[2 * k]!, 0, width) / n;
        my += clamp(shard[2 * k + 1]!, 0, 1000) / n;
      }
      const late = (1000 - my) / 1000;
      const fall = ramp(progress, 0.24 + late * 0.2, 0.7 + late * 0.28) ** 1.8;
      const dx = ((mx - cx) / width) * 500 * fall;
      const dy = fall * 1380;
      const rotate = (noise() - 0.5) * 40 * fall;
      // The shard as it lies now.
      const turn = (rotate * Math.PI) / 180;
      const now = (k: number): readonly [number, number] => {
        const px = shard[2 * k]! - width / 2;
        const py = shard[2 * k + 1]! - 500;
        return [
          width / 2 + px * Math.cos(turn) - py * Math.sin(turn) + dx,
          500 + px * Math.sin(turn) + py * Math.cos(turn) + dy,
        ];
      };
      const clip = polygon(...shard);
      const corners = Array.from({ length: n }, (_, k) => now(k));
      if (fall === 0) standing += clip;
      else if (corners.some(([, y]) => y < 1000))
        flying.push({ clip, x: round(dx), y: round(dy), rotate: round(rotate) });
      // One edge of every shard catches the light.
      const [ax, ay] = now(0);
      const [bx, by] = now(1);
      const g = n === 3 ? Math.min(1, grown * 3) : Math.max(0, grown * 1.5 - 0.5);
      const ex = ax + (bx - ax) * g;
      const ey = ay + (by - ay) * g;
      edges += polygon(ax, ay, ex, ey, ex + 3, ey + 2);
      if (n === 3 && grown > 0.4) {
        const [ox, oy] = now(2);
        edges += polygon(bx, by, ox, oy, ox + 2, oy + 2);
      }
    }
  });
  const still: Pane[] = standing === '' ? [] : [progress > 0.24 ? { clip: standing } : {}];
  return {
    outgoing: [...still, ...flying],
    incoming: progress > 0.24 ? [{}] : [],
    behind: [{ d: edges, tone: 'chalk', opacity: fallen * 0.8 }],
    before: [],
  };
}) satisfies Transition;
