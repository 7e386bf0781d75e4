import type { Scene } from '../schemas/picture.ts';
import { modulesIn } from '../timelines/modulesIn.ts';

interface Module {
  readonly default: Scene;
}

const FILES: Readonly<Record<string, () => Promise<Module>>> = import.meta.env
  ? import.meta.glob<Module>(['./*.ts', '!./index.ts'])
  : modulesIn<Module>(import.meta.dirname);

/** A scene exists exactly when there is a module of that name in this folder. */
export const SCENE_IDS: readonly string[] = /* @__PURE__ */ Object.keys(FILES)
  .map((name) => name.slice(2, -3))
  .sort();

/**
 * Imports the module of a scene by its name, that of its file. Each is fetched when its chapter is near.
 * @throws Error where there is no such file
 */
export function sceneModule(id: string): () => Promise<Module> {
  const file = FILES[`./${id}.ts`];
  if (file) return file;
  throw new Error(`There is no scene "${id}" in src/scenes: ${SCENE_IDS.join(', ')}`);
}

/** The scene of a name. @throws Error where there is none */
export const loadScene = async (id: string): Promise<Scene> => (await sceneModule(id)()).default;
