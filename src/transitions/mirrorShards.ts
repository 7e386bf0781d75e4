import { ramp } from '../core/paths/ease.ts';
import { polygon, round } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import type { Pane, Shape, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

const SHARDS = 11;

/** The mirror cracks from one point, and falls in shards, the lowest first. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const noise = random(31);
  const cx = width * 0.5;
  const cy = 420;
  const reach = width + 1000;
  const turns = Array.from(
    { length: SHARDS },
    (_, i) => ((i + noise() * 0.6) / SHARDS) * 2 * Math.PI,
  );
  const outgoing: Pane[] = [];
  let gaps = `M-9 -9H${width + 9}V1009H-9Z`;
  let cracks = '';
  const before: Shape[] = [];
  turns.forEach((from, i) => {
    const to = i + 1 < SHARDS ? turns[i + 1]! : turns[0]! + 2 * Math.PI;
    const mid = (from + to) / 2;
    const corner = (turn: number, r: number) =>
      [cx + Math.cos(turn) * r, cy + Math.sin(turn) * r] as const;
    const [ax, ay] = corner(from, reach);
    const [bx, by] = corner(to, reach);
    const t =
      ramp(progress, 0.3 + (1 - Math.sin(mid)) * 0.14, 0.72 + (1 - Math.sin(mid)) * 0.14) ** 2;
    const dx = Math.cos(mid) * width * 0.55 * t;
    const dy = t * (1250 + Math.sin(mid) * 200);
    const rotate = (noise() - 0.5) * 46 * t;
    outgoing.push({
      clip: polygon(cx, cy, ax, ay, bx, by),
      x: round(dx),
      y: round(dy),
      rotate: round(rotate),
    });
    // The shard as it lies now, walked against the frame: a hole in the incoming picture.
    const turn = (rotate * Math.PI) / 180;
    const moved = [bx, by, ax, ay, cx, cy];
    const hole: number[] = [];
    for (let k = 0; k < 6; k += 2) {
      const px = moved[k]! - width / 2;
      const py = moved[k + 1]! - 500;
      hole.push(
        width / 2 + px * Math.cos(turn) - py * Math.sin(turn) + dx,
        500 + px * Math.sin(turn) + py * Math.cos(turn) + dy,
      );
    }
    gaps += polygon(...hole);
    const grow = ramp(progress, 0, 0.26) * reach * 0.62;
    const [gx, gy] = corner(from + 0.02, grow);
    const [hx, hy] = corner(from - 0.004, grow);
    if (t === 0) cracks += polygon(cx, cy, gx, gy, hx, hy);
  });
  before.push({ d: cracks, tone: 'bone', opacity: 1 - ramp(progress, 0.22, 0.42) });
  return { outgoing, incoming: progress > 0.3 ? [{ clip: gaps }] : [], behind: [], before };
}) satisfies Transition;
