import type { SceneId } from '../config/catalogue.ts';
import type { Scene } from '../schemas/picture.ts';

const load = (module: Promise<{ default: Scene }>): Promise<Scene> =>
  module.then(({ default: scene }) => scene);

/** Loads a scene by its name; each is a module of its own, fetched when its chapter is near. */
export const SCENES: Readonly<Record<SceneId, () => Promise<Scene>>> = {
  bareStage: () => load(import('./bareStage.ts')),
  shadowWall: () => load(import('./shadowWall.ts')),
  halfLight: () => load(import('./halfLight.ts')),
  colonnade: () => load(import('./colonnade.ts')),
  proscenium: () => load(import('./proscenium.ts')),
  suits: () => load(import('./suits.ts')),
  emptyTheatre: () => load(import('./emptyTheatre.ts')),
  studio: () => load(import('./studio.ts')),
  blinds: () => load(import('./blinds.ts')),
  playbills: () => load(import('./playbills.ts')),
  lastCurtain: () => load(import('./lastCurtain.ts')),
};
