import type { Body } from './anatomy.ts';
import { drawnFace, isStroke } from './face.ts';
import { withoutForefoot } from './foot.ts';
import { gownPart } from './gown.ts';
import { type GownState, settleGown } from './gownMotion.ts';
import { bunPart, combed } from './hair.ts';
import { keptLight, unshaded } from './kept.ts';
import { knifeParts } from './knife.ts';
import { bodyLimbs, bodyMasses, footLimb, HEAD_LIMB, handLimb } from './limbOf.ts';
import { MATERIAL, skinMaterial } from './materials.ts';
import { vertexNormals } from './mesh.ts';
import type { Part, WornPart } from './part.ts';
import { simplifyShading } from './planes.ts';
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
  /** How far the blood has spread over bodice and white dress, 0 to 1; a red tutu hides it. */
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
): WornPart[] {
  const { skeleton, skin } = posed;
  const parts: WornPart[] = [];
  const wear = (
    limb: WornPart['limb'],
    ...worn: readonly (Part & Pick<WornPart, 'masses'>)[]
  ): void => {
    parts.push(...worn.map((part) => ({ ...part, limb })));
  };
  if (costume.figure) {
    const normals = vertexNormals(skin, body.triangles);
    simplifyShading(body, normals);
    const cover = { white: costume.skirt === 'dress', stain: costume.stain, shoes: costume.shoes };
    wear(bodyLimbs(body), {
      masses: bodyMasses(body),
      points: skin,
      normals,
      triangles: costume.shoes ? withoutForefoot(body) : body.triangles,
      chart: body.template,
      material: (x, y, z) => skinMaterial(x, y, z, cover),
      spared: unshaded,
      kept: keptLight,
      groove: (x, y, z, material) =>
        material !== MATERIAL.hair ? drawnFace(x, y, z) : isStroke(x, y, z) ? 0 : combed(x, y, z),
    });
    wear(HEAD_LIMB, bunPart(body, skeleton));
    if (state.strands) wear(HEAD_LIMB, strandPart(state.strands));
    if (state.gown) wear('skirt', gownPart(state.gown, costume.stain));
    SIDES.forEach((side, i) => {
      if (costume.blades[i]) wear(handLimb(side), ...knifeParts(body, skeleton, side));
    });
    if (state.tutu) wear('skirt', tutuPart(body, skeleton, state.tutu));
  }
  if (!costume.figure)
    for (const side of SIDES)
      wear(footLimb(side), ...emptyShoeParts(body, skeleton, side, pose[`leg${side}`].ankle));
  else if (costume.shoes)
    for (const side of SIDES)
      wear(footLimb(side), shoePart(body, skeleton, side, pose[`leg${side}`].ankle));
  return parts;
}
