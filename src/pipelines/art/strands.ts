import type { Body } from './anatomy.ts';
import { add, cross, length, mixVec, normalize, scale, subtract, type Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import { type Part, ringTriangles } from './part.ts';
import { carry, type Skeleton } from './skeleton.ts';

const POINTS = 6;
const SUBSTEP = 1 / 60;

/** Loose strands: roots and directions in shares of the head's height from its joint, and lengths in clip units. */
const STRANDS: readonly { root: Vec3; way: Vec3; size: number }[] = [
  { root: [0.46, 0.3, 0.1], way: [-0.06, -1, 0.06], size: 32 },
  { root: [0.14, -0.06, -0.44], way: [0.1, -1, -0.5], size: 22 },
];

/** Points of every strand from its root, and their velocities. */
export interface StrandState {
  readonly position: readonly (readonly Vec3[])[];
  readonly velocity: readonly (readonly Vec3[])[];
}

/** Where a strand's points would be if the head never moved: a slight curl. */
function restStrand(body: Body, skeleton: Skeleton, index: number): Vec3[] {
  const { root, way, size } = STRANDS[index]!;
  const { head, tail } = body.bones[body.boneIndex.get('Head')!]!;
  const tall = tail[1] - head[1];
  const start = add(head, scale(root, tall));
  const down = normalize(way);
  const out = normalize([root[0], 0, root[2]]);
  return Array.from({ length: POINTS }, (_, i) => {
    const t = i / (POINTS - 1);
    const curl = Math.sin(t * Math.PI * 1.3) * size * 0.1;
    return carry(body, skeleton, 'Head', add(add(start, scale(down, size * t)), scale(out, curl)));
  });
}

/** One step of the strands: ropes of points, held at the root, springing back to their curl. */
export function settleStrands(
  body: Body,
  previous: StrandState | undefined,
  skeleton: Skeleton,
  dt: number,
): StrandState {
  const rest = STRANDS.map((_, i) => restStrand(body, skeleton, i));
  if (!previous) return { position: rest, velocity: rest.map((s) => s.map((): Vec3 => [0, 0, 0])) };
  const steps = Math.max(1, Math.round(dt / SUBSTEP));
  let { position, velocity } = previous;
  const roots = previous.position.map((strand) => strand[0]!);
  for (let step = 1; step <= steps; step++) {
    const before = position;
    position = position.map((strand, s) => {
      const segment = STRANDS[s]!.size / (POINTS - 1);
      const next: Vec3[] = [mixVec(roots[s]!, rest[s]![0]!, step / steps)];
      for (let i = 1; i < POINTS; i++) {
        const v = scale(velocity[s]![i]!, Math.exp(-4 * SUBSTEP));
        const pull = scale(subtract(rest[s]![i]!, strand[i]!), 220 * SUBSTEP);
        const moved = add(strand[i]!, scale(add(add(v, pull), [0, -700 * SUBSTEP, 0]), SUBSTEP));
        const from = next[i - 1]!;
        next.push(add(from, scale(normalize(subtract(moved, from)), segment)));
      }
      return next;
    });
    velocity = position.map((strand, s) =>
      strand.map((p, i) => scale(subtract(p, before[s]![i]!), 1 / SUBSTEP)),
    );
  }
  return { position, velocity };
}

const SIDES_OF_STRAND = 5;

/** The strands as thin tapering cords. */
export function strandPart(state: StrandState): Part {
  const points: number[] = [];
  const triangles: number[] = [];
  const ring = ringTriangles(POINTS, SIDES_OF_STRAND);
  for (const strand of state.position) {
    const first = points.length / 3;
    for (const t of ring) triangles.push(t + first);
    strand.forEach((p, i) => {
      const next = strand[Math.min(POINTS - 1, i + 1)]!;
      const last = strand[Math.max(0, i - 1)]!;
      const way = subtract(next, last);
      const along = length(way) > 0 ? normalize(way) : ([0, -1, 0] as const);
      const u = normalize(cross(along, Math.abs(along[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1]));
      const v = cross(along, u);
      const r = 1.5 * (1 - (i / (POINTS - 1)) ** 4) + 0.3;
      for (let k = 0; k < SIDES_OF_STRAND; k++) {
        const a = (2 * Math.PI * k) / SIDES_OF_STRAND;
        points.push(...add(p, add(scale(u, r * Math.cos(a)), scale(v, r * Math.sin(a)))));
      }
    });
  }
  const flat = Float64Array.from(points);
  const all = Uint32Array.from(triangles);
  return {
    points: flat,
    normals: vertexNormals(flat, all),
    triangles: all,
    material: MATERIAL.hair,
  };
}
