/** What there is to cast stories from: read from the folders in which it stands. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Repertoire, repertoireOf } from '../core/story/repertoire.ts';
import { loadScene, SCENE_IDS } from '../scenes/index.ts';
import type { Catalogue, CueId, DanceEnds } from '../schemas/repertoire.ts';
import { loadTransition, TRANSITION_IDS } from '../transitions/index.ts';
import dances from './dances.json' with { type: 'json' };

const NOTES = 'src/pipelines/music/cues';

/**
 * The pieces of music: one for each file of notes.
 *
 * @param root the project's folder
 */
export function cueIds(root: string): readonly CueId[] {
  const folder = path.join(root, NOTES);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.flatMap((file) => /^([\w-]+)\.abc$/.exec(file)?.[1] ?? []).sort();
}

/** @param root the project's folder */
export const readCatalogue = (root: string): Catalogue => ({
  scenes: SCENE_IDS,
  dances: Object.keys(dances),
  cues: cueIds(root),
  transitions: TRANSITION_IDS,
});

/** @throws Error where scenes do not say what opens and closes a story */
export async function readRepertoire(): Promise<Repertoire> {
  const named = <Thing>(ids: readonly string[], load: (id: string) => Promise<Thing>) =>
    Promise.all(ids.map(async (id) => [id, await load(id)] as const));
  return repertoireOf(
    await named(SCENE_IDS, loadScene),
    await named(TRANSITION_IDS, loadTransition),
    dances as DanceEnds,
  );
}
