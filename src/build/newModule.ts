/** New scenes and transitions: a module that works and passes every test, to be made one's own. */

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../server/settings.ts';

const FOLDERS = { scene: 'src/scenes', transition: 'src/transitions' } as const;
export type NewKind = keyof typeof FOLDERS;

const USAGE =
  'Say what, and its name: npm run new -- scene moonlitRoof, or npm run new -- transition snowfall';

/**
 * Writes the module. Nothing else has to be touched: names are known by their files.
 *
 * @param root the project's folder
 * @param args what, and its name
 * @returns the file's path below the root
 * @throws UsageError for another kind of thing, or a name that is wrong or taken
 */
export function writeNewModule(root: string, args: readonly string[]): string {
  const [kind = '', name = '', ...more] = args;
  if (!Object.hasOwn(FOLDERS, kind) || name === '' || more.length > 0) throw new UsageError(USAGE);
  if (!/^[a-z][A-Za-z0-9]{1,39}$/.test(name))
    throw new UsageError(
      `"${name}" is no name for a file of code: 2 to 40 letters and figures, the first a small letter, such as moonlitRoof`,
    );
  for (const folder of Object.values(FOLDERS)) {
    const taken = readdirSync(join(root, folder)).find(
      (file) => file.replace(/\.ts$/, '').toLowerCase() === name.toLowerCase(),
    );
    // Of both: what a chapter fetches is called after them.
    if (taken !== undefined)
      throw new UsageError(`The name "${name}" is taken: there is ${folder}/${taken}`);
  }
  const path = `${FOLDERS[kind as NewKind]}/${name}.ts`;
  if (existsSync(join(root, path))) throw new UsageError(`There is a ${path}`);
  writeFileSync(join(root, path), TEMPLATES[kind as NewKind](name), { flag: 'wx' });
  return path;
}

/** A number that differs from name to name, so that no two new sets are alike. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

const TEMPLATES: Readonly<Record<NewKind, (name: string) => string>> = {
  scene: (name) => `import { ellipse, rect, round } from '../core/paths/path.ts';
import type { Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** What is seen of it, in a sentence. */
export default scene({
  // Back to front, in world units: her spot is 0, the floor line 0, she is 700 tall.
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      { id: 'moon', d: ellipse(0, 0, 190), tone: 'blood' },
    ],
    middle: [
      floor('ground'),
      { d: boards(96), tone: 'coal' },
      { id: 'pool', d: ellipse(0, 14, 300, 34), tone: 'deep' },
      {
        id: 'dust',
        d: motes(${seedOf(name)}, 16, [-360, -860, 720, 760]),
        tone: 'ash',
        // A slow machine leaves it out.
        spare: 1,
      } satisfies Shape,
    ],
    near: [{ d: rect(-1800, 130, 3600, 14), tone: 'soot' }],
  },
  // The still: posters, and readers who have asked for rest.
  best: 0.6,
  // The side that is dark where words stand; for the other the set is turned over.
  quiet: 'left',
  sounds: [],
  poster: {
    wide: { x: 0.68, y: 0.95, share: 0.72, title: 'left', align: 'end', column: 0.44 },
    square: { x: 0.5, y: 0.68, share: 0.5, title: 'bottom' },
    tall: { x: 0.5, y: 0.68, share: 0.42, title: 'bottom' },
    accent: 'red',
    number: 'red',
  },
  // Numbers that move, as they are at the start of the chapter ...
  actors: {
    moon: { y: -300, opacity: 0 },
    light: { opacity: 0.3 },
    dust: { drift: 0 },
    camera: { zoom: 0.98 },
  },
  // ... when they move: times are shares of the chapter, no two tweens of a number overlap ...
  arrange(timeline, { moon, light, dust, camera }) {
    timeline
      .to(dust, { drift: 1 }, 0)
      .to(camera, { zoom: 1.04, ease: 'sine.inOut' }, 0)
      .addLabel('rises', 0.1)
      .to(moon, { y: -560, duration: 0.6, ease: 'sine.out' }, 0.1)
      .to(moon, { opacity: 1, duration: 0.3, ease: 'sine.inOut' }, 0.1)
      // The floor answers a little later.
      .to(light, { opacity: 1, duration: 0.4, ease: 'sine.inOut' }, 0.2);
  },
  // ... and what is seen of them, whatever the time.
  draw({ moon, light, dust, camera }) {
    return {
      parts: {
        moon: { transform: \`translate(60 \${round(moon.y)})\`, opacity: moon.opacity },
        pool: { opacity: light.opacity },
        dust: { transform: \`translate(\${round(dust.drift * 30)} \${round(dust.drift * -60)})\` },
      },
      camera: { x: 0, y: 0, zoom: camera.zoom },
    };
  },
});
`,
  transition: () => `import { mix } from '../core/maths/scalar.ts';
import { polygon } from '../core/paths/path.ts';
import { transition } from '../timelines/transition.ts';
import { cutAt } from './shapes/panes.ts';

/** What is seen of it, in a sentence. */
export default transition({
  // Numbers that move, as they are at the start of the passage ...
  actors: {
    /** A slanting edge: its foot and its top, from beyond the right (0) to beyond the left (1). */
    edge: { foot: 0, top: 0 },
    glint: { opacity: 0 },
  },
  // ... when they move: times are shares of the passage, no two tweens of a number overlap ...
  arrange(timeline, { edge, glint }) {
    timeline
      .addLabel('crosses')
      // The foot leads, the top follows.
      .to(edge, { foot: 1, duration: 0.92, ease: 'sine.inOut' }, 0)
      .to(edge, { top: 1, duration: 0.92, ease: 'sine.inOut' }, 0.08)
      .to(glint, { opacity: 1, duration: 0.3 }, 0.1)
      .to(glint, { opacity: 0, duration: 0.3 }, 0.6);
  },
  // ... and what is seen of them, whatever the time. The screen is 1000 high.
  draw({ edge, glint }, screen) {
    const place = (across: number): number => mix(screen.width + 60, -60, across);
    const [top, foot] = [place(edge.top), place(edge.foot)];
    const [leaves, comes] = cutAt(screen, top, foot);
    return {
      outgoing: [leaves],
      incoming: [comes],
      behind: [],
      before: [
        {
          d: polygon(top - 3, -9, top + 3, -9, foot + 3, 1009, foot - 3, 1009),
          tone: 'red',
          opacity: glint.opacity,
        },
      ],
    };
  },
  sounds: [],
});
`,
};
