import type { Vec3 } from '../../linear.ts';
import { normalize } from '../../linear.ts';
import { type Dance, dance, type WrittenDance } from '../dance.ts';
import { introduction, overture } from './00-introduction.ts';
import { symbolism } from './01-symbolism.ts';
import { anaDeArmas } from './02-ana-de-armas.ts';
import { johnWick } from './03-john-wick.ts';
import { stageToStreets } from './04-stage-to-streets.ts';
import { femaleAssassin } from './05-female-assassin.ts';
import { emotionalDepth } from './06-emotional-depth.ts';
import { training } from './07-training.ts';
import { visualStyle } from './08-visual-style.ts';
import { legacy } from './09-legacy.ts';
import { aNewKindOfKiller } from './10-a-new-kind-of-killer.ts';

/** All dances, in the order of the one ballet that they make. */
export const WRITTEN_DANCES: readonly WrittenDance[] = [
  introduction,
  symbolism,
  anaDeArmas,
  johnWick,
  stageToStreets,
  femaleAssassin,
  emotionalDepth,
  training,
  visualStyle,
  legacy,
  aNewKindOfKiller,
];

/** The spotlight that finds her when the curtain parts. */
const FIRST_LIGHT: Vec3 = normalize([0.4, 0.95, 0.1]);

/** The eleven dances as one: each begins in the very pose, place and light in which the last one ends. */
export const DANCES: readonly Dance[] = danceAll();

function danceAll(): readonly Dance[] {
  const danced: Dance[] = [];
  for (const written of WRITTEN_DANCES) {
    const before = danced.at(-1);
    danced.push(dance(written, before?.poseAt(1) ?? overture, before?.lightAt(1) ?? FIRST_LIGHT));
  }
  return danced;
}

/** @throws when no dance has that id. */
export function danceOf(id: string): Dance {
  const found = DANCES.find((one) => one.id === id);
  if (found === undefined) {
    const known = DANCES.map((one) => one.id).join(', ');
    throw new Error(`no dance is called "${id}"; there are ${known}`);
  }
  return found;
}
