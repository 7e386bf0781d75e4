import type { Transition } from '../schemas/picture.ts';
import { modulesIn } from '../timelines/modulesIn.ts';

interface Module {
  readonly default: Transition;
}

const FILES: Readonly<Record<string, () => Promise<Module>>> = import.meta.env
  ? import.meta.glob<Module>(['./*.ts', '!./index.ts'])
  : modulesIn<Module>(import.meta.dirname);

/** A transition exists exactly when there is a module of that name in this folder. */
export const TRANSITION_IDS: readonly string[] = /* @__PURE__ */ Object.keys(FILES)
  .map((name) => name.slice(2, -3))
  .sort();

/**
 * Imports the module of a transition by its name, that of its file. Each is fetched with the chapter it leaves.
 * @throws Error where there is no such file
 */
export function transitionModule(id: string): () => Promise<Module> {
  const file = FILES[`./${id}.ts`];
  if (file) return file;
  throw new Error(
    `There is no transition "${id}" in src/transitions: ${TRANSITION_IDS.join(', ')}`,
  );
}

/** The transition of a name. @throws Error where there is none */
export const loadTransition = async (id: string): Promise<Transition> =>
  (await transitionModule(id)()).default;
