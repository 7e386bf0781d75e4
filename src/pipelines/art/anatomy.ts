import { clamp } from '../../core/maths/scalar.ts';
import type { RawBody } from './body.ts';
import { readBody } from './body.ts';
import type { Bone } from './bone.ts';
import { fingerBones, fingerWeights, HAND_BONES } from './hand.ts';
import type { Vec3 } from './linear.ts';
import { dot, subtract } from './linear.ts';
import { type Neighbourhood, neighbourhood } from './mesh.ts';
import { reshape } from './proportions.ts';
import { sculpt } from './sculpt.ts';
import { softenJoints } from './softJoints.ts';

/** Height in clip units of the dancer standing flat, crown to sole. */
const STANDING_HEIGHT = 700;

/** The dancer at rest: clip units, y up, floor at 0, facing +z, her left at +x. */
export interface Body {
  readonly bones: readonly Bone[];
  readonly boneIndex: ReadonlyMap<string, number>;
  readonly vertexCount: number;
  /** Flat x, y, z at rest. */
  readonly rest: Float64Array;
  /** The same vertices in the makers' own shape and unit, on which materials are drawn. */
  readonly template: Float64Array;
  readonly triangles: Uint32Array;
  /** Influences of vertex i: entries influenceStart[i] to influenceStart[i + 1]. Weights sum to 1. */
  readonly influenceStart: Uint32Array;
  readonly influenceBone: Uint16Array;
  readonly influenceWeight: Float64Array;
  /** Bone with the largest weight, per vertex. */
  readonly dominant: Uint16Array;
  readonly neighbours: Neighbourhood;
  readonly joints: Readonly<Record<string, Vec3>>;
  /** Clip units in one of the makers' units. */
  readonly unit: number;
}

/** Bones whose turn about their own axis grows from their head to their tail. */
const TWISTED = ['UpLeg', 'Arm', 'ForeArm'] as const;

/** Parents before children. */
function topological(raw: RawBody): RawBody['bones'] {
  const out: RawBody['bones'][number][] = [];
  const visit = (parent: string | null): void => {
    for (const bone of raw.bones) {
      if (bone.parent !== parent) continue;
      out.push(bone);
      visit(bone.name);
    }
  };
  visit(null);
  return out;
}

/** Prepares a body for posing: a dancer's proportions, twist and finger bones, clip units. */
export function buildBody(original: RawBody): Body {
  const raw = sculpt(original);
  const template = raw.vertices;
  const shaped = reshape({ ...raw, bones: topological(raw) });
  const { vertices } = shaped;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 1; i < vertices.length; i += 3) {
    low = Math.min(low, vertices[i]!);
    high = Math.max(high, vertices[i]!);
  }
  const unit = STANDING_HEIGHT / (high - low);
  const place = (v: Vec3): Vec3 => [v[0] * unit, (v[1] - low) * unit, v[2] * unit];
  const rest = Float64Array.from(vertices, (x, i) => (i % 3 === 1 ? x - low : x) * unit);
  const joints = Object.fromEntries(Object.entries(shaped.joints).map(([k, v]) => [k, place(v)]));

  const bones: Bone[] = [];
  const boneIndex = new Map<string, number>();
  const push = (name: string, parent: string | null, head: Vec3, tail: Vec3): void => {
    boneIndex.set(name, bones.length);
    bones.push({ name, parent: parent === null ? -1 : boneIndex.get(parent)!, head, tail });
  };
  for (const bone of shaped.bones) {
    push(bone.name, bone.parent, place(bone.head), place(bone.tail));
    if (TWISTED.some((name) => bone.name === `Left${name}` || bone.name === `Right${name}`))
      push(`${bone.name}Twist`, bone.name, place(bone.head), place(bone.tail));
  }
  const hands = (['Left', 'Right'] as const).map((side) => fingerBones(side, joints));
  for (const hand of hands) for (const b of hand) push(b.name, b.parent, b.head, b.tail);

  const count = rest.length / 3;
  const influences: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const give = (vertex: number, bone: number, weight: number): void => {
    if (weight > 0) influences[vertex]!.set(bone, (influences[vertex]!.get(bone) ?? 0) + weight);
  };
  const point = (i: number): Vec3 => [rest[i * 3]!, rest[i * 3 + 1]!, rest[i * 3 + 2]!];
  for (const [name, pairs] of Object.entries(raw.weights)) {
    const index = boneIndex.get(name);
    if (index === undefined) continue;
    const twist = boneIndex.get(`${name}Twist`);
    const bone = bones[index]!;
    const axis = subtract(bone.tail, bone.head);
    const side = name.startsWith('L') ? 0 : 1;
    for (const [vertex, weight] of pairs) {
      if (vertex >= count || weight <= 0.01) continue;
      if (twist !== undefined) {
        const t = clamp(dot(subtract(point(vertex), bone.head), axis) / dot(axis, axis));
        give(vertex, index, weight * (1 - t));
        give(vertex, twist, weight * t);
      } else if (HAND_BONES.test(name) && hands[side]!.length > 0) {
        for (const [finger, share] of fingerWeights(point(vertex), hands[side]!))
          give(vertex, boneIndex.get(finger)!, weight * share);
      } else give(vertex, index, weight);
    }
  }
  softenJoints(bones, boneIndex, influences, point);
  const influenceStart = new Uint32Array(count + 1);
  const dominant = new Uint16Array(count);
  const boneList: number[] = [];
  const weightList: number[] = [];
  influences.forEach((map, i) => {
    if (map.size === 0) map.set(0, 1);
    const total = [...map.values()].reduce((a, b) => a + b, 0);
    let best = 0;
    for (const [bone, weight] of map) {
      boneList.push(bone);
      weightList.push(weight / total);
      if (weight > best) {
        best = weight;
        dominant[i] = bone;
      }
    }
    influenceStart[i + 1] = boneList.length;
  });
  return {
    bones,
    boneIndex,
    vertexCount: count,
    rest,
    template,
    triangles: raw.triangles,
    influenceStart,
    influenceBone: Uint16Array.from(boneList),
    influenceWeight: Float64Array.from(weightList),
    dominant,
    neighbours: neighbourhood(raw.triangles, count),
    joints,
    unit,
  };
}

/** The dancer, read from the body's files. @throws MissingBodyError */
export const loadBody = (directory?: string): Body => buildBody(readBody(directory));
