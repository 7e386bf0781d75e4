import type { RawBody } from './body.ts';
import type { Vec3 } from './linear.ts';
import { add, dot, normalize, scale, subtract } from './linear.ts';

/**
 * A dancer drawn by a poster artist: long neck, long slim legs and
 * arms. Factors of a bone's length and girth, by bone name without its side.
 */
const PROPORTIONS: Readonly<Record<string, readonly [length: number, girth: number]>> = {
  Head: [1.02, 0.98],
  Neck1: [1.12, 0.8],
  Neck: [1.12, 0.84],
  Spine1: [1, 0.97],
  Spine: [0.99, 0.95],
  LowerBack: [0.98, 0.95],
  Hips: [1, 0.95],
  Shoulder: [0.97, 0.97],
  Arm: [1.06, 0.88],
  ForeArm: [1.07, 0.88],
  Hand: [1.04, 0.9],
  FingerBase: [1.12, 0.86],
  HandFinger1: [1.22, 0.8],
  Thumb: [0.95, 0.9],
  UpLeg: [1.08, 0.9],
  Leg: [1.1, 0.9],
  Foot: [0.95, 0.92],
  ToeBase: [0.95, 0.92],
};

const plain = (name: string): string => name.replace(/^(Left|Right|[LR](?=Thumb))/, '');

/** Moves vertices, bones and joints to the dancer's proportions. Bones must come parents first. */
export function reshape(raw: RawBody): Pick<RawBody, 'vertices' | 'bones' | 'joints'> {
  const heads = new Map<string, Vec3>();
  const byName = new Map(raw.bones.map((bone) => [bone.name, bone]));
  const move = (name: string, point: Vec3): Vec3 => {
    const bone = byName.get(name)!;
    const [along, across] = PROPORTIONS[plain(name)] ?? [1, 1];
    const axis = normalize(subtract(bone.tail, bone.head));
    const offset = subtract(point, bone.head);
    const stretched = add(scale(offset, across), scale(axis, (along - across) * dot(offset, axis)));
    return add(heads.get(name)!, stretched);
  };
  for (const bone of raw.bones)
    heads.set(bone.name, bone.parent === null ? bone.head : move(bone.parent, bone.head));

  const sums = new Float64Array(raw.vertices.length);
  const totals = new Float64Array(raw.vertices.length / 3);
  for (const [name, pairs] of Object.entries(raw.weights)) {
    if (!byName.has(name)) continue;
    for (const [vertex, weight] of pairs) {
      if (vertex >= totals.length) continue;
      const i = vertex * 3;
      const moved = move(name, [raw.vertices[i]!, raw.vertices[i + 1]!, raw.vertices[i + 2]!]);
      for (let k = 0; k < 3; k++) sums[i + k]! += weight * moved[k]!;
      totals[vertex]! += weight;
    }
  }
  const vertices = raw.vertices.map((x, i) => {
    const total = totals[Math.floor(i / 3)]!;
    return total > 0 ? sums[i]! / total : x;
  });
  const joints = Object.fromEntries(
    Object.entries(raw.joints).map(([name, point]) => [name, move(carrier(name, byName), point)]),
  );
  const bones = raw.bones.map((bone) => ({
    ...bone,
    head: heads.get(bone.name)!,
    tail: move(bone.name, bone.tail),
  }));
  return { vertices, bones, joints };
}

/** The bone that carries a named joint. */
function carrier(joint: string, bones: ReadonlyMap<string, unknown>): string {
  const side = joint.startsWith('l-') ? 'Left' : 'Right';
  const wanted = /finger|hand/.test(joint)
    ? `${side}Hand`
    : /toe|foot/.test(joint)
      ? `${side}Foot`
      : /eye|lid|head|mouth|jaw|tongue/.test(joint)
        ? 'Head'
        : 'Hips';
  return bones.has(wanted) ? wanted : 'Hips';
}
