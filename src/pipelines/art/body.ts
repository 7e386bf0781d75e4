import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Vec3 } from './linear.ts';

/** A bone: a named segment that turns with its parent. `parent` is null for the root. */
export interface RawBone {
  readonly name: string;
  readonly parent: string | null;
  readonly head: Vec3;
  readonly tail: Vec3;
}

/** A body as its makers left it: y up, facing +z, her left at +x, any length unit. */
export interface RawBody {
  /** Flat x, y, z of the skin's vertices. */
  readonly vertices: Float64Array;
  /** Flat vertex triples. */
  readonly triangles: Uint32Array;
  readonly bones: readonly RawBone[];
  /** Per bone name, pairs of vertex and weight. */
  readonly weights: Readonly<
    Record<string, readonly (readonly [vertex: number, weight: number])[]>
  >;
  /** Named points inside the body, such as `l-finger-2-1` or `l-eye`; may be empty. */
  readonly joints: Readonly<Record<string, Vec3>>;
}

/** The body's files are not where they should be. Its message is one line for the terminal. */
export class MissingBodyError extends Error {
  override readonly name = 'MissingBodyError';
  constructor(directory: string) {
    super(
      `No body in ${directory}: rendering the art needs MakeHuman's base mesh, targets, rig.cmu_mb and weights.cmu_mb ` +
        '(CC0, github.com/makehumancommunity/mpfb2, src/mpfb/data); put them there or set BODY_DIR. The site itself does not need it.',
    );
  }
}

/** Skin vertices come first in the base mesh; helpers and joint cubes follow. */
const SKIN_VERTICES = 13_380;

/** Shape changes that make a slender young dancer of the neutral body. */
const TARGETS: readonly (readonly [file: string, weight: number])[] = [
  ['caucasian-female-young', 1],
  ['universal-female-young-averagemuscle-minweight', 0.45],
  ['universal-female-young-maxmuscle-minweight', 0.2],
  ['female-young-averagemuscle-minweight-idealproportions', 0.75],
];

/** Where the body's files are: BODY_DIR, else `shared/body` beside the repository. */
const bodyDirectory = (): string =>
  resolve(process.env['BODY_DIR'] ?? join(import.meta.dirname, '../../../../shared/body'));

interface RigEnd {
  readonly strategy: string;
  readonly cube_name?: string;
  readonly vertex_indices?: readonly number[];
}

/**
 * Reads the MakeHuman base mesh, its targets, rig and weights.
 * @throws MissingBodyError when a file is absent.
 */
export function readBody(directory: string = bodyDirectory()): RawBody {
  const read = (file: string): string => {
    const path = join(directory, file);
    if (!existsSync(path)) throw new MissingBodyError(directory);
    return readFileSync(path, 'utf8');
  };
  const points: number[] = [];
  const triangles: number[] = [];
  const cubes: Record<string, Set<number>> = {};
  let group = '';
  for (const line of read('base.obj').split('\n')) {
    const [kind, ...rest] = line.trim().split(/\s+/);
    if (kind === 'v') points.push(Number(rest[0]), Number(rest[1]), Number(rest[2]));
    else if (kind === 'g') group = rest[0] ?? '';
    else if (kind === 'f') {
      const face = rest.map((corner) => Number.parseInt(corner, 10) - 1);
      if (group === 'body') {
        triangles.push(face[0]!, face[1]!, face[2]!);
        if (face.length > 3) triangles.push(face[0]!, face[2]!, face[3]!);
      } else if (group.startsWith('joint-')) {
        cubes[group] ??= new Set();
        for (const i of face) cubes[group]!.add(i);
      }
    }
  }
  for (const [file, weight] of TARGETS) {
    for (const line of read(`targets/${file}.target`).split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [vertex, x, y, z] = line.trim().split(/\s+/).map(Number);
      points[vertex! * 3]! += weight * x!;
      points[vertex! * 3 + 1]! += weight * y!;
      points[vertex! * 3 + 2]! += weight * z!;
    }
  }
  const mean = (indices: Iterable<number>): Vec3 => {
    const all = [...indices];
    const sum = [0, 0, 0];
    for (const i of all) for (let k = 0; k < 3; k++) sum[k]! += points[i * 3 + k]!;
    return [sum[0]! / all.length, sum[1]! / all.length, sum[2]! / all.length];
  };
  const end = (e: RigEnd): Vec3 =>
    e.cube_name === undefined ? mean(e.vertex_indices ?? []) : mean(cubes[e.cube_name]!);
  const rig: Record<string, { parent: string; head: RigEnd; tail: RigEnd }> = JSON.parse(
    read('rig.cmu_mb.json'),
  );
  return {
    vertices: Float64Array.from(points.slice(0, SKIN_VERTICES * 3)),
    triangles: Uint32Array.from(triangles),
    bones: Object.entries(rig).map(([name, bone]) => ({
      name,
      parent: bone.parent === '' ? null : bone.parent,
      head: end(bone.head),
      tail: end(bone.tail),
    })),
    weights: JSON.parse(read('weights.cmu_mb.json')).weights,
    joints: Object.fromEntries(
      Object.entries(cubes).map(([name, cube]) => [name.slice('joint-'.length), mean(cube)]),
    ),
  };
}
