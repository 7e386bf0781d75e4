/** The themes: a theme exists exactly when there is a module of that name in this folder. */
import type { Theme } from './theme.ts';

interface Module {
  readonly default: Theme;
}

/** Where Vite is not there to list them, Node reads the folder. */
async function modulesHere(): Promise<Readonly<Record<string, Module>>> {
  const { readdirSync } = process.getBuiltinModule('node:fs');
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(
    await Promise.all(
      files
        .filter((file) => !BESIDE.includes(file))
        .map(
          async (file) =>
            [`./${file}`, (await import(/* @vite-ignore */ `./${file}`)) as Module] as const,
        ),
    ),
  );
}

const BESIDE = ['index.ts', 'theme.ts'];
const FILES = import.meta.env
  ? import.meta.glob<Module>(['./*.ts', '!./index.ts', '!./theme.ts'], { eager: true })
  : await modulesHere();

/** By their names, which are those of their files. */
export const THEMES: Readonly<Record<string, Theme>> = Object.fromEntries(
  Object.entries(FILES)
    .map(([file, module]) => [file.slice(2, -3), module.default] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** What a story has that names none. */
export const FIRST_THEME = 'footlights';
