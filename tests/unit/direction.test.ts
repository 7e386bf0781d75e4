import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which folders of `src/` each folder may import from, itself included.
 * State and effects do not know each other: a component wires them.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  config: [],
  schemas: ['i18n', 'config'],
  core: ['schemas', 'config'],
  timelines: ['core', 'schemas', 'config'],
  scenes: ['timelines', 'core', 'schemas', 'config'],
  transitions: ['scenes', 'timelines', 'core', 'schemas', 'config'],
  state: ['core', 'schemas', 'config'],
  effects: ['scenes', 'transitions', 'core', 'schemas', 'config'],
  data: ['i18n', 'scenes', 'transitions', 'core', 'schemas', 'config'],
  cards: ['data', 'scenes', 'core', 'schemas', 'config'],
  // What other people's pages load knows nothing of ours.
  embed: ['core', 'schemas', 'config'],
  components: [
    ...['styles', 'data', 'state', 'effects', 'scenes', 'transitions'],
    ...['core', 'schemas', 'config'],
  ],
  layouts: ['components', 'styles', 'data', 'effects', 'scenes', 'core', 'schemas', 'config'],
  pages: [
    ...['layouts', 'components', 'styles', 'embed', 'cards', 'data', 'effects', 'scenes'],
    ...['transitions', 'core', 'schemas', 'config'],
  ],
  // In development alone.
  studio: [
    ...['styles', 'data', 'effects', 'scenes', 'transitions', 'timelines'],
    ...['core', 'schemas', 'config'],
  ],
  // Offline, and beside the site: nothing of it is served.
  pipelines: ['data', 'scenes', 'transitions', 'core', 'schemas', 'config'],
  server: ['core', 'schemas', 'config'],
  build: ['server', 'data', 'timelines', 'core', 'schemas', 'config'],
  commands: ['build', 'server', 'pipelines', 'data', 'core', 'schemas', 'config'],
};
/** Folders without modules. */
const NO_MODULES = ['content', 'i18n', 'styles'];

/** The one place of each library that touches the outside: a file or a folder. */
const ONE_PLACE: Readonly<Record<string, RegExp>> = {
  gsap: /^(effects\/stage\/smoothScroll|timelines\/scrubbed)\.ts$/,
  howler: /^effects\/sound\//,
};

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte|astro)$/.test(entry.name))
  .map((entry) => path.relative('src', path.join(entry.parentPath, entry.name)));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join('src', file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

/** What no module but one touches: a pattern of code, and the file. */
const ONE_TOUCHES: readonly (readonly [string, RegExp, string[]])[] = [
  ['the history', /\bhistory\.\w/, ['effects/page/address.ts']],
  ['the page’s layout', /\bscrollHeight\b|\bscrollPaddingTop\b/, ['effects/page/layout.ts']],
  // The layout's inline script reads one choice before the first picture, when no module is there yet.
  ['local storage', /\blocalStorage\b/, ['effects/page/storage.ts', 'layouts/Page.astro']],
];

/** A module without its comments. */
const codeOf = (file: string): string =>
  readFileSync(path.join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

describe('the direction of imports', () => {
  test('every folder has its rule', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...Object.keys(ALLOWED), ...NO_MODULES].sort()).toEqual(folders.sort());
  });

  for (const [folder, allowed] of Object.entries(ALLOWED)) {
    const inside = files.filter((file) => file.startsWith(`${folder}/`));
    test(`${folder}/ imports only from ${[folder, ...allowed].join(', ')}`, () => {
      expect(inside.length).toBeGreaterThan(0);
      const wrong = inside.flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => path.join(path.dirname(file), name))
          // The element's published types lie beside it, outside of `src`.
          .filter((target) => target !== '../public/embed.d.ts')
          .filter((target) => ![folder, ...allowed].includes(target.split(path.sep)[0]!))
          .map((target) => `${file} imports ${target}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  test('core, schemas, config, timelines, scenes and transitions know no DOM, no clock, no library of effects', () => {
    const pure = files.filter((file) =>
      /^(core|schemas|config|timelines|scenes|transitions)\//.test(file),
    );
    const wrong = pure.filter((file) => {
      return /\b(document|localStorage|navigator|performance)\.|\bwindow\.(?:inner|outer|scroll|add|match|location|request)|Date\.now|Math\.random/.test(
        codeOf(file),
      );
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(ONE_PLACE))('%s, or any part of it, has one place', (library, place) => {
    const users = files.filter((file) =>
      importsOf(file).some((name) => name === library || name.startsWith(`${library}/`)),
    );
    expect(users).not.toEqual([]);
    expect(users.filter((file) => !place.test(file))).toEqual([]);
  });

  test.each(ONE_TOUCHES)('%s has one place', (_, pattern, places) => {
    expect(files.filter((file) => pattern.test(codeOf(file))).sort()).toEqual([...places].sort());
  });
});
