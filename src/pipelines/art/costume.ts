import type { Body } from './anatomy.ts';
import { gownPart } from './gown.ts';
import { type GownState, settleGown } from './gownMotion.ts';
import { bunPart, combed } from './hair.ts';
import { knifeParts } from './knife.ts';
import { clamp } from './linear.ts';
import { MATERIAL, skinMaterial } from './materials.ts';
import { normalizeAll, smooth, vertexNormals } from './mesh.ts';
import type { Part } from './part.ts';
import type { Pose } from './pose.ts';
import { emptyShoeParts, shoePart } from './shoe.ts';
import { SIDES } from './skeleton.ts';
import { type Posed, solvePose } from './stand.ts';
import { type StrandState, settleStrands, strandPart } from './strands.ts';
import { tutuPart } from './tutu.ts';
import { settleTutu, type TutuState } from './tutuMotion.ts';

/** What she wears and holds. */
export interface Costume {
  readonly skirt: 'tutu' | 'dress' | 'none';
  /** How far the blood has spread over the white dress, 0 to 1. */
  readonly stain: number;
  /** A slim knife in that fist. */
  readonly blades: readonly [left: boolean, right: boolean];
  readonly shoes: boolean;
  /** false: the red shoes alone, empty, where she stood. */
  readonly figure: boolean;
}

/** Black leotard, red tutu and red pointe shoes. */
export const BLACK_AND_RED: Costume = {
  skirt: 'tutu',
  stain: 0,
  blades: [false, false],
  shoes: true,
  figure: true,
};

/** The white romantic dress. */
export const WHITE: Costume = { ...BLACK_AND_RED, skirt: 'dress' };

/** What has mass and lags behind her: net, cloth, loose hair. */
export interface CostumeState {
  readonly tutu?: TutuState;
  readonly gown?: GownState;
  readonly strands?: StrandState;
}

/**
 * One step in time of all that lags; pure and deterministic. Simulate a clip by
 * calling it once a frame, after a second or two of warm-up on the first pose.
 * @param previous undefined at the start: everything hangs at rest.
 * @param dt seconds since `previous`.
 */
export function settle(
  body: Body,
  previous: CostumeState | undefined,
  pose: Pose,
  costume: Costume,
  dt: number,
): CostumeState {
  const { skeleton } = solvePose(body, pose);
  return {
    ...(costume.skirt === 'tutu' && { tutu: settleTutu(body, previous?.tutu, skeleton, dt) }),
    ...(costume.skirt === 'dress' && { gown: settleGown(body, previous?.gown, skeleton, dt) }),
    ...(costume.figure && { strands: settleStrands(body, previous?.strands, skeleton, dt) }),
  };
}

/** All meshes of the dressed figure. */
export function dress(
  body: Body,
  posed: Posed,
  pose: Pose,
  costume: Costume,
  state: CostumeState,
): Part[] {
  const { skeleton, skin } = posed;
  const parts: Part[] = [];
  if (costume.figure) {
    const normals = vertexNormals(skin, body.triangles);
    simplifyShading(body, normals);
    const cover = { white: costume.skirt === 'dress', stain: costume.stain, shoes: costume.shoes };
    parts.push({
      points: skin,
      normals,
      triangles: costume.shoes ? withoutForefoot(body) : body.triangles,
      chart: body.template,
      material: (x, y, z) => skinMaterial(x, y, z, cover),
      groove: (x, y, z) => (skinMaterial(x, y, z, cover) === MATERIAL.hair ? combed(x, y, z) : 1),
    });
    parts.push(bunPart(body, skeleton));
    if (state.strands) parts.push(strandPart(state.strands));
    if (state.gown) parts.push(gownPart(state.gown, costume.stain));
    SIDES.forEach((side, i) => {
      if (costume.blades[i]) parts.push(...knifeParts(body, skeleton, side));
    });
    if (state.tutu) parts.push(tutuPart(body, skeleton, state.tutu));
  }
  if (!costume.figure)
    for (const side of SIDES)
      parts.push(...emptyShoeParts(body, skeleton, side, pose[`leg${side}`].ankle));
  else if (costume.shoes)
    parts.push(
      shoePart(body, skeleton, 'Left', pose.legLeft.ankle),
      shoePart(body, skeleton, 'Right', pose.legRight.ankle),
    );
  return parts;
}

const kept = new WeakMap<Body, Uint32Array>();

/** The body's triangles without toes and forefoot, which the shoes replace. */
function withoutForefoot(body: Body): Uint32Array {
  const known = kept.get(body);
  if (known) return known;
  const hidden = (i: number): boolean =>
    body.template[i * 3 + 1]! < -7.72 ||
    (body.template[i * 3 + 1]! < -7.4 && body.template[i * 3 + 2]! > 0.7);
  const out = body.triangles.filter((_, k) => {
    const t = k - (k % 3);
    return !(
      hidden(body.triangles[t]!) &&
      hidden(body.triangles[t + 1]!) &&
      hidden(body.triangles[t + 2]!)
    );
  });
  kept.set(body, out);
  return out;
}

const faces = new WeakMap<Body, Float64Array>();

/** Smooths normals into few large planes, most on the face, whose mesh is finest. */
function simplifyShading(body: Body, normals: Float64Array): void {
  smooth(normals, body.neighbours, 0.7, 12);
  let mask = faces.get(body);
  if (!mask) {
    mask = new Float64Array(body.vertexCount);
    for (let i = 0; i < body.vertexCount; i++)
      mask[i] =
        0.7 *
        Math.max(
          clamp((body.template[i * 3 + 1]! - 5.9) / 0.3),
          // The front of the bodice, one plane from the bust to the waist.
          body.template[i * 3 + 2]! > 0.2
            ? band(body.template[i * 3 + 1]!, 1.4, 4.3) *
                (Math.abs(body.template[i * 3]!) < 1.5 ? 1 : 0)
            : 0,
        );
    faces.set(body, mask);
  }
  smooth(normals, body.neighbours, mask, 24);
  normalizeAll(normals);
}

/** 1 between two heights, fading over 0.4 at both. */
const band = (y: number, low: number, high: number): number =>
  clamp((y - low) / 0.4) * clamp((high - y) / 0.4);
