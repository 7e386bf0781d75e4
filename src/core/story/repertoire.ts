/** What stories are cast from, in one order that follows from what scenes and transitions say of themselves. Pure. */
import type { Scene, Transition } from '../../schemas/picture.ts';
import {
  type DanceEnds,
  type DanceId,
  NO_DANCE,
  type SceneId,
  type Suits,
  type TransitionId,
} from '../../schemas/repertoire.ts';

export interface Entry extends Suits {
  readonly scene: SceneId;
}

export interface Repertoire {
  /** The scene that opens stories, then those whose dances flow on, the one that closes them last. */
  readonly entries: readonly Entry[];
  readonly ends: DanceEnds;
  /** Transitions behind which she may begin in another pose, the calmest first. */
  readonly hiding: readonly TransitionId[];
}

type Named<Thing> = readonly (readonly [id: string, thing: Thing])[];

/** Whether a dance begins in the pose, and on the spot, in which another ends. Where nobody dances she is gone, or comes, in the light. */
export function flows({ ends }: Pick<Repertoire, 'ends'>, from: DanceId, to: DanceId): boolean {
  if (from === NO_DANCE || to === NO_DANCE) return true;
  return ends[from]!.ends === ends[to]!.begins;
}

/** @throws Error where not one scene opens stories, or not one closes them */
export function repertoireOf(
  scenes: Named<Pick<Scene, 'suits' | 'part'>>,
  transitions: Named<Pick<Transition, 'hides'>>,
  ends: DanceEnds,
): Repertoire {
  const all = scenes
    .flatMap(([scene, { suits, part }]) => (suits ? [{ part, entry: { scene, ...suits } }] : []))
    .sort((a, b) => a.entry.scene.localeCompare(b.entry.scene, 'en'));
  const only = (wanted: 'opening' | 'closing'): Entry => {
    const found = all.filter(({ part }) => part === wanted).map(({ entry }) => entry);
    if (found.length === 1) return found[0]!;
    const names = found.map(({ scene }) => scene).join(', ') || 'none';
    throw new Error(`One scene has to be \`part: '${wanted}'\` and say what suits it: ${names} is`);
  };
  const entries = [only('opening')];
  const closing = only('closing');
  const others = all.filter(({ part }) => !part).map(({ entry }) => entry);
  while (others.length > 0) {
    const before = entries.at(-1)!.dance;
    const next = others.findIndex(({ dance }) => flows({ ends }, before, dance));
    entries.push(...others.splice(Math.max(0, next), 1));
  }
  const hiding = transitions
    .flatMap(([id, { hides }]) => (hides === undefined ? [] : [{ id, hides }]))
    .sort((a, b) => a.hides - b.hides || a.id.localeCompare(b.id, 'en'))
    .map(({ id }) => id);
  return { entries: [...entries, closing], ends, hiding };
}
