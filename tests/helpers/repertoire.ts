/**
 * What stories are cast from here, and chapters read by its names: what the story at the root is danced in. So a scene,
 * a transition or a piece of music that is added to the house changes no test of the others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readChapter as read } from '../../src/core/content/readContent.ts';
import { repertoireOf } from '../../src/core/story/repertoire.ts';
import dances from '../../src/data/dances.json' with { type: 'json' };
import { readCatalogue } from '../../src/data/repertoire.ts';
import { loadScene } from '../../src/scenes/index.ts';
import type { Catalogue, DanceEnds } from '../../src/schemas/repertoire.ts';
import { loadTransition } from '../../src/transitions/index.ts';

const CHAPTERS = 'src/content/stories/ballerina/chapters';
const texts = readdirSync(CHAPTERS).map((file) => readFileSync(`${CHAPTERS}/${file}`, 'utf8'));
const named = (field: string): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => new RegExp(`^${field}: (\\S+)$`, 'm').exec(text)?.[1] ?? []));

const all = readCatalogue('.');
export const CATALOGUE: Catalogue = {
  scenes: all.scenes.filter((id) => named('scene').has(id)),
  dances: all.dances,
  cues: all.cues.filter((id) => named('cue').has(id)),
  transitions: all.transitions.filter((id) => named('transition').has(id)),
};

const loaded = <Thing>(ids: readonly string[], load: (id: string) => Promise<Thing>) =>
  Promise.all(ids.map(async (id) => [id, await load(id)] as const));

export const REPERTOIRE = repertoireOf(
  await loaded(CATALOGUE.scenes, loadScene),
  await loaded(CATALOGUE.transitions, loadTransition),
  dances as DanceEnds,
);

export const readChapter = (file: string, text: string, notes?: Parameters<typeof read>[3]) =>
  read(file, text, all, notes);
