import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../src/build/compileTimeline.ts';
import { type NewKind, writeNewModule } from '../../../src/build/newModule.ts';
import { TONES } from '../../../src/config/tones.ts';
import { posterSvg } from '../../../src/core/stage/poster.ts';
import type { ArrangedScene } from '../../../src/timelines/scene.ts';
import type { ArrangedTransition } from '../../../src/timelines/transition.ts';
import { allShapes, faultOfPath, POINTS, SCREENS, WIDE } from '../scenes/inspect.ts';
import { COLUMN, loudness } from '../scenes/loudness.ts';

function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const folder of ['scenes', 'transitions'])
    mkdirSync(join(root, 'src', folder, 'shapes'), { recursive: true });
  writeFileSync(join(root, 'src/scenes/studio.ts'), '');
  return root;
}

/** What the module exports, with the rest of `src` as it is here. */
async function written<Found>(kind: NewKind, name: string): Promise<Found> {
  const root = project();
  const path = writeNewModule(root, [kind, name]);
  const file = join(root, path);
  const folder = resolve(`src/${kind}s`);
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

describe('is refused', () => {
  test.each<[string, string[]]>([
    ['Say what', []],
    ['Say what', ['scene']],
    ['Say what', ['cue', 'waltz']],
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
    const path = writeNewModule(root, ['scene', 'moonlitRoof']);
    writeFileSync(join(root, path), 'mine');
    expect(() => writeNewModule(root, ['scene', 'moonlitRoof'])).toThrow('is taken');
    expect(readFileSync(join(root, path), 'utf8')).toBe('mine');
  });
});
