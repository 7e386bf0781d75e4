/** New scenes, transitions and cues: files that work and pass every test, to be made one's own. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../server/settings.ts';

const FOLDERS = {
  scene: 'src/scenes',
  transition: 'src/transitions',
  cue: 'src/pipelines/music/cues',
} as const;
export type NewKind = keyof typeof FOLDERS;

const USAGE =
  'Say what, and its name: npm run new -- scene moonlitRoof, npm run new -- transition snowfall, or npm run new -- cue snow-waltz';

/** What a name has to be, and how that is said. */
const CODE = {
  name: /^[a-z][A-Za-z0-9]{1,39}$/,
  said: 'is no name for a file of code: 2 to 40 letters and figures, the first a small letter, such as moonlitRoof',
};
const NAMES: Readonly<Record<NewKind, { readonly name: RegExp; readonly said: string }>> = {
  scene: CODE,
  transition: CODE,
  cue: {
    name: /^(?=.{2,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    said: 'is no address for a piece of music: 2 to 40 small letters and figures, words joined by hyphens, such as snow-waltz',
  },
};

export interface NewFiles {
  /** Below the root; the file to change first is first. */
  readonly paths: readonly [string, ...string[]];
  /** A command that shows what was made. */
  readonly next: string;
}

/**
 * Writes the files. Nothing else has to be touched: names are known by their files.
 *
 * @param root the project's folder
 * @param args what, and its name
 * @throws UsageError for another kind of thing, or a name that is wrong or taken
 */
export function writeNewModule(root: string, args: readonly string[]): NewFiles {
  const [kind = '', name = '', ...more] = args;
  if (!isKind(kind) || name === '' || more.length > 0) throw new UsageError(USAGE);
  const rule = NAMES[kind];
  if (!rule.name.test(name)) throw new UsageError(`"${name}" ${rule.said}`);
  // Of scenes and transitions both: what a chapter fetches is called after them.
  const rivals = kind === 'cue' ? [FOLDERS.cue] : [FOLDERS.scene, FOLDERS.transition];
  for (const folder of rivals) {
    const taken = readdirSync(join(root, folder)).find(
      (file) => file.replace(/\.(ts|abc)$/, '').toLowerCase() === name.toLowerCase(),
    );
    if (taken !== undefined)
      throw new UsageError(`The name "${name}" is taken: there is ${folder}/${taken}`);
  }
  const made = TEMPLATES[kind](name);
  for (const [end, text] of made.files)
    writeFileSync(join(root, `${FOLDERS[kind]}/${name}.${end}`), text, { flag: 'wx' });
  const [first, ...others] = made.files.map(([end]) => `${FOLDERS[kind]}/${name}.${end}`);
  return { paths: [first!, ...others], next: made.next };
}

const isKind = (kind: string): kind is NewKind => Object.hasOwn(FOLDERS, kind);

/** A number that differs from name to name, so that no two new sets are alike. */
const seedOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

interface Made {
  readonly files: readonly (readonly [end: 'ts' | 'abc', text: string])[];
  readonly next: string;
}

const TEMPLATES: Readonly<Record<NewKind, (name: string) => Made>> = {
  scene: (name) => ({
    files: [['ts', sceneFile(name)]],
    next: `node src/pipelines/art/sceneSheet.ts ${name}`,
  }),
  transition: (name) => ({
    files: [['ts', TRANSITION]],
    next: `node src/pipelines/art/sceneSheet.ts ${name}`,
  }),
  cue: (name) => ({
    files: [
      ['abc', notesFile(name)],
      ['ts', CUE],
    ],
    next: `npm run music -- ${name}`,
  }),
};

const sceneFile = (
  name: string,
): string => `import { ellipse, rect, round } from '../core/paths/path.ts';
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
      // Light on her: it goes where a dance takes her.
      { id: 'pool', d: ellipse(0, 14, 300, 34), tone: 'deep', follows: true },
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
  // What stories are cast by, where it should be among that: a dance, its music, the way out.
  // suits: { dance: 'legacy', cue: 'little-swans', transition: 'tulleVeil' },
  // Beginnings of words: an imported chapter that speaks of them is danced in it.
  themes: '',
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
`;

const TRANSITION = `import { mix } from '../core/maths/scalar.ts';
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
  // Where it hides her, so that any dance may follow: its place among those that do, the calmest having the least,
  // and beginnings of words that call for it.
  // hides: 5,
  // themes: 'snow winter',
});
`;

/** `snow-waltz` as a title. */
const titleOf = (name: string): string =>
  (name[0]!.toUpperCase() + name.slice(1)).replaceAll('-', ' ');

const notesFile = (
  name: string,
): string => `% The notes; src/pipelines/music/notes/read.ts says what may stand here. 30 to 50 seconds of them.
T:${titleOf(name)}
C:Anonymous
M:3/4
L:1/4
Q:1/4=66
V:RH clef=treble
V:LH clef=bass
K:Am
V:RH
!p! (e2 d | c2 e) | (d2 c | B3) |
(c2 d | e f g) | (e2 d | c3) |
!mp! (a g f | f2 e) | (d2 B | !p! A3) |]
V:LH
!p! A,, [E,A,C] [E,A,C] | F,, [F,A,C] [F,A,C] | D,, [F,A,D] [F,A,D] | E,, [E,^G,B,] [E,^G,B,] |
A,, [E,A,C] [E,A,C] | C, [G,CE] [G,CE] | G,, [G,B,D] [G,B,D] | C, [G,CE] [G,CE] |
!mp! F,, [A,CF] [A,CF] | D,, [A,DF] [A,DF] | E,, [^G,B,D] [^G,B,D] | !p! A,, [E,A,C]2 |]
`;

const CUE = `import type { CuePlan } from './cue.ts';

/** What it is for, in a sentence. Notes: the .abc beside it. */
export default {
  // As programmes print it; of somebody whose rights have run out, or your own.
  title: 'A short waltz',
  composer: 'Anonymous',
  bars: 'bars 1 to 12',
  key: 'A minor',
  scoring: 'piano',
  // Seconds of silence before it may begin again; null: it plays once.
  rest: 3,
  // What is heard from a bar on.
  captions: [
    [1, 'a slow waltz at a piano'],
    [9, 'it rises once, and goes home'],
  ],
  // What the page shows of the notes.
  staff: { voices: ['RH'] },
  // Beginnings of words: an imported chapter that speaks of them is danced to it. A scene names it in \`suits\`.
  themes: '',
  // How it is played: all that the notes do not say.
  interpretation: {
    seed: 3,
    phrases: [4, 4, 4],
    rubato: 0.06,
    ritardando: { quarters: 4, by: 0.2 },
    pedal: { voices: ['RH', 'LH'], every: 3 },
    tail: 4,
    hall: { wet: 0.22 },
    voices: {
      RH: { instrument: 'piano', velocity: 84, arch: 14, lead: -12, length: 1 },
      LH: { instrument: 'piano', velocity: 70, arch: 6, length: 0.95 },
    },
  },
} satisfies CuePlan;
`;
