/** Where her joints are seen, and which limb carries what of a skirt. */
import { JOINTS, type Joint, LIMBS, limbBetween } from '../../core/clip/limbs.ts';
import type { Body } from './anatomy.ts';
import type { Vec3 } from './linear.ts';
import type { Scene } from './part.ts';
import { carry, SIDES } from './skeleton.ts';
import { type Posed, toeTip } from './stand.ts';

/** A place in clip units, y down. */
export type Place = readonly [x: number, y: number];
export type Joints = Readonly<Record<Joint, Place>>;

/** Bones whose heads are joints. */
const HEADS = {
  hips: 'Hips',
  waist: 'Spine',
  chest: 'Spine1',
  neck: 'Neck',
  head: 'Head',
} as const;
const SIDED = {
  shoulder: 'Arm',
  elbow: 'ForeArm',
  hand: 'Hand',
  hip: 'UpLeg',
  knee: 'Leg',
  ankle: 'Foot',
} as const;
/** Where nothing is worn that has edges, what nobody asks for stands still. */
const EDGE: Readonly<Record<'skirtLeft' | 'skirtRight' | 'hem', Place>> = {
  skirtLeft: [-100, 0],
  skirtRight: [100, 0],
  hem: [0, 100],
};

/**
 * Where the joints of a posed figure are seen.
 * @param edges where the edges of her skirt are seen, if she wears one
 */
export function jointsOf(
  body: Body,
  { skeleton }: Posed,
  project: (point: Vec3) => Place,
  edges?: Edges,
): Joints {
  const head = (name: string): Place => project(skeleton.heads[body.boneIndex.get(name)!]!);
  const tail = (name: string): Place =>
    project(carry(body, skeleton, name, body.bones[body.boneIndex.get(name)!]!.tail));
  const found: Partial<Record<Joint, Place>> = { crown: tail('Head') };
  for (const [joint, bone] of Object.entries(HEADS)) found[joint as Joint] = head(bone);
  for (const side of SIDES) {
    for (const [joint, bone] of Object.entries(SIDED))
      found[`${joint}${side}` as Joint] = head(`${side}${bone}`);
    // A body without fingers ends at its hands.
    const last = `${side}Finger33`;
    found[`fingers${side}`] = tail(body.boneIndex.has(last) ? last : `${side}Hand`);
    found[`toe${side}`] = project(toeTip(body, skeleton, side));
  }
  const [x, y] = found.hips!;
  for (const edge of ['skirtLeft', 'skirtRight', 'hem'] as const)
    found[edge] = edges?.[edge] ?? [x + EDGE[edge][0], y + EDGE[edge][1]];
  return found as Joints;
}

export type Edges = Readonly<Record<'skirtLeft' | 'skirtRight' | 'hem', Place>>;

/** Where the edges of what she wears as a skirt are seen: left-most, right-most, and the middle of its lowest tenth. */
export function edgesOf(
  { parts, starts }: Scene,
  seen: (vertex: number) => Place,
): Edges | undefined {
  const places = parts.flatMap((part, index) =>
    part.limb === 'skirt'
      ? Array.from({ length: part.points.length / 3 }, (_, i) => seen(starts[index]! / 3 + i))
      : [],
  );
  if (places.length === 0) return undefined;
  const byX = places.toSorted((a, b) => a[0] - b[0]);
  const lowest = places.toSorted((a, b) => b[1] - a[1]).slice(0, Math.ceil(places.length / 10));
  const mean = (axis: 0 | 1): number =>
    lowest.reduce((sum, place) => sum + place[axis], 0) / lowest.length;
  return { skirtLeft: byX[0]!, skirtRight: byX.at(-1)!, hem: [mean(0), mean(1)] };
}

const SKIRT = (['skirtLeft', 'skirtRight', 'hem'] as const).map((to) => limbBetween('hips', to));

/** Gives each triangle of a skirt the limb to the edge that it is seen nearest to. */
export function carrySkirt(scene: Scene, joints: Joints, seen: (vertex: number) => Place): void {
  const { parts, owner, triangles, limbs } = scene;
  for (let t = 0; t < owner.length; t++) {
    if (parts[owner[t]!]!.limb !== 'skirt') continue;
    const place = seen(triangles[3 * t]!);
    let least = Number.POSITIVE_INFINITY;
    for (const limb of SKIRT) {
      const [from, to] = LIMBS[limb]!;
      const away = distance(place, joints[from], joints[to]);
      if (away < least) [least, limbs[t]] = [away, limb];
    }
  }
}

/** From a place to a line between two others. */
function distance([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const size = dx * dx + dy * dy;
  const t = size > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / size)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** All joints in the order in which clips hold them. */
export const inOrder = (joints: Joints): Place[] => JOINTS.map((name) => joints[name]);
