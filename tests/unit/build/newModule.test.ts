import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../src/build/compileTimeline.ts';
import { type NewKind, writeNewModule } from '../../../src/build/newModule.ts';
import { TONES } from '../../../src/config/tones.ts';
import { posterSvg } from '../../../src/core/stage/poster.ts';
import type { CuePlan } from '../../../src/pipelines/music/cues/cue.ts';
import { staffFile } from '../../../src/pipelines/music/engrave/staffFile.ts';
import { INSTRUMENTS } from '../../../src/pipelines/music/instruments/list.ts';
import { perform } from '../../../src/pipelines/music/interpretation/perform.ts';
import { readPiece } from '../../../src/pipelines/music/notes/read.ts';
import { soundingTones } from '../../../src/pipelines/music/notes/sounding.ts';
import type { ArrangedScene } from '../../../src/timelines/scene.ts';
import type { ArrangedTransition } from '../../../src/timelines/transition.ts';
import { allShapes, faultOfPath, POINTS, SCREENS, WIDE } from '../scenes/inspect.ts';
import { COLUMN, loudness } from '../scenes/loudness.ts';

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const folder of ['scenes/shapes', 'transitions/shapes', 'pipelines/music/cues'])
    mkdirSync(join(root, 'src', folder), { recursive: true });
  writeFileSync(join(root, 'src/scenes/studio.ts'), '');
  return root;
}

/** What the module exports, with the rest of `src` as it is here. */
async function written<Found>(kind: NewKind, name: string): Promise<Found> {
  const root = project();
  const { paths } = writeNewModule(root, [kind, name]);
  const file = join(root, paths.find((path) => path.endsWith('.ts'))!);
  const folder = resolve(dirname(paths[0]));
  const text = readFileSync(file, 'utf8')
    .replaceAll("'../", `'${resolve('src')}/`)
    .replaceAll("'./", `'${folder}/`);
  writeFileSync(file, text);
  return ((await import(file)) as { default: Found }).default;
}

test('a new scene is drawn, moves, is compiled, and is dark where words stand', async () => {
  const scene = await written<ArrangedScene>('scene', 'moonlitRoof');
  expect(scene.poster).toBeDefined();
  for (const { d } of allShapes(scene)) expect(faultOfPath(d)).toBeNull();
  const seen = POINTS.map((point) => JSON.stringify(scene.at(point, WIDE)));
  expect(new Set(seen).size).toBe(POINTS.length);
  expect(compileTimeline(scene.motion)).toContain('moon');
  for (const side of ['left', 'right'] as const)
    for (const progress of [0.1, 0.5, 0.9])
      expect(
        await loudness(posterSvg(TONES, WIDE, { scene, progress, side }), COLUMN[side]),
      ).toBeLessThan(0.005);
});

test('a new transition begins with one scene and ends with the other', async () => {
  const transition = await written<ArrangedTransition>('transition', 'snowfall');
  for (const screen of SCREENS) {
    expect(transition.at(0, screen)).toMatchObject({ outgoing: [{}], incoming: [], before: [] });
    expect(transition.at(1, screen)).toMatchObject({ outgoing: [], incoming: [{}], before: [] });
    for (const { d } of transition.at(0.5, screen).before) expect(faultOfPath(d)).toBeNull();
  }
  expect(compileTimeline(transition.motion)).toContain('edge');
});

describe('a new cue', () => {
  test('has notes of its length that its instruments can play, and an interpretation', async () => {
    const plan = await written<CuePlan>('cue', 'snow-waltz');
    const root = project();
    const { paths, next } = writeNewModule(root, ['cue', 'snow-waltz']);
    expect(paths).toEqual([
      'src/pipelines/music/cues/snow-waltz.abc',
      'src/pipelines/music/cues/snow-waltz.ts',
    ]);
    expect(next).toBe('npm run music -- snow-waltz');
    const piece = readPiece(readFileSync(join(root, paths[0]), 'utf8'));
    const played = perform(piece, plan.interpretation);
    expect(played.bars.at(-1)).toBeGreaterThan(30);
    expect(played.bars.at(-1)).toBeLessThan(50);
    for (const { midi, voice } of soundingTones(piece)) {
      const [low, high] = INSTRUMENTS[plan.interpretation.voices[voice]!.instrument].range;
      expect(midi).toBeGreaterThanOrEqual(low);
      expect(midi).toBeLessThanOrEqual(high);
    }
    const { notes } = await staffFile(plan, piece, played, 0);
    expect(notes.length).toBeGreaterThan(20);
  });
});

describe('is refused', () => {
  test.each<[string, string[]]>([
    ['Say what', []],
    ['Say what', ['scene']],
    ['Say what', ['dance', 'waltz']],
    ['no address', ['cue', 'snowWaltz']],
    ['no address', ['cue', 'a']],
    ['Say what', ['scene', 'a', 'b']],
    ['no name for a file', ['scene', 'Moonlit-Roof']],
    ['no name for a file', ['scene', '../escape']],
    ['is taken: there is src/scenes/studio.ts', ['transition', 'Studio'.toLowerCase()]],
    ['is taken', ['scene', 'stUdio']],
    ['is taken', ['scene', 'shapes']],
  ])('with "%s": %j', (said, args) => {
    expect(() => writeNewModule(project(), args)).toThrow(said);
  });

  test('a second time, and what is there stays', () => {
    const root = project();
    const [path] = writeNewModule(root, ['scene', 'moonlitRoof']).paths;
    writeFileSync(join(root, path), 'mine');
    expect(() => writeNewModule(root, ['scene', 'moonlitRoof'])).toThrow('is taken');
    expect(readFileSync(join(root, path), 'utf8')).toBe('mine');
  });
});
