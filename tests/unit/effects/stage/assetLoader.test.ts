/** What is asked for when: all of a chapter at once, its neighbours soon after, and nothing waits for what it does not need. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOBODY } from '../../../../src/core/clip/nobody.ts';
import { AssetLoader, type StageChapter } from '../../../../src/effects/stage/assetLoader.ts';
import { encodeClip } from '../../../../src/pipelines/art/encode.ts';
import { type DanceId, NO_DANCE } from '../../../../src/schemas/repertoire.ts';
import { makeDance } from '../../../fixtures/dance.ts';

const CLIP = encodeClip(makeDance(2));
const CHAPTERS = ['first', 'second', 'third', 'fourth', 'fifth'].map(
  (name): StageChapter => ({
    slug: `chapter-${name}`,
    dance: name as DanceId,
    scene: name === 'second' ? 'shadowWall' : 'bareStage',
    transition: 'curtain',
  }),
);

/** Paths that were asked for, and how they are answered: those that are not here never are. */
let asked: string[] = [];
let answers: (path: string) => Response | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answers = () => new Response(CLIP);
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const answer = answers(path);
    return answer ? Promise.resolve(answer) : new Promise(() => {});
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  let news = 0;
  const loader = new AssetLoader(CHAPTERS, {
    base: '',
    clips: () => true,
    onNews: () => news++,
    onStuck: () => {},
  });
  return { loader, news: () => news };
}

/** Lets what has come be worked on: modules are imported in real time. */
async function settle(passed: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(passed);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(100);
}

test('all that a chapter needs is asked for in one go', () => {
  answers = () => undefined;
  void open().loader.prepare(0);
  expect(asked).toEqual(['/stills/first.json', '/clips/first.json']);
});

test('a still that takes long keeps neither the clip nor the scene', async () => {
  answers = (path) => (path === '/stills/first.json' ? undefined : new Response(CLIP));
  const { loader, news } = open();
  void loader.prepare(0);
  await settle(200);
  expect(loader.clip(0)).toBeDefined();
  expect(loader.scene(0)).toBeDefined();
  expect(loader.still(0)).toBeUndefined();
  // It can be danced, and whoever dances knows.
  expect(loader.holds(0)).toBe(true);
  expect(news()).toBeGreaterThanOrEqual(3);
});

test('neighbours come after the chapter itself, but wait for none of its parts longer than two seconds', async () => {
  answers = (path) => (path.includes('first') ? undefined : new Response(CLIP));
  const { loader } = open();
  void loader.prepare(0);
  await settle(1800);
  expect(asked.some((path) => path.includes('second'))).toBe(false);
  await settle(300);
  expect(asked.slice(2)).toEqual(['/stills/second.json', '/clips/second.json']);
  expect(loader.clip(1)).toBeDefined();
  // Two chapters away nothing is wanted yet.
  expect(asked.some((path) => path.includes('third'))).toBe(false);
});

test('who moves on before a chapter is here has its neighbours after it all the same', async () => {
  answers = (path) => (path.includes('first') ? undefined : new Response(CLIP));
  const { loader } = open();
  void loader.prepare(0, false);
  await settle(4000);
  void loader.prepare(0);
  await settle(1800);
  expect(asked.some((path) => path.includes('second'))).toBe(false);
  await settle(300);
  expect(asked.some((path) => path.includes('second'))).toBe(true);
});

test('a chapter that is here does not keep its neighbours waiting', async () => {
  void open().loader.prepare(1);
  await settle(700);
  expect(asked.map((path) => path.replace(/\/\w+\/(\w+)\.json/, '$1'))).toEqual([
    ...['second', 'second'],
    ...['third', 'third'],
    ...['first', 'first'],
  ]);
});

test('who has moved on is not kept by what was wanted before, and it is given up', async () => {
  const signals: AbortSignal[] = [];
  answers = (path) => (path.includes('first') ? undefined : new Response(CLIP));
  const fetched = fetch;
  vi.stubGlobal('fetch', (path: string, { signal }: { signal: AbortSignal }) => {
    if (path.includes('first')) signals.push(signal);
    return fetched(path);
  });
  const { loader } = open();
  void loader.prepare(0);
  void loader.prepare(4);
  await settle(3000);
  expect(loader.holds(4)).toBe(true);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(asked.some((path) => path.includes('second'))).toBe(false);
});

test('once its canvas is gone nothing more is asked for, and what has failed is not tried again', async () => {
  answers = () => new Response('', { status: 503 });
  const { loader } = open();
  void loader.prepare(1);
  await settle(10);
  loader.stop();
  const before = asked.length;
  expect(before).toBeGreaterThan(0);
  await settle(120_000);
  void loader.prepare(2);
  await settle(10_000);
  expect(asked).toHaveLength(before);
});

test('where nobody dances nothing is asked for, and all is here', async () => {
  const loader = new AssetLoader(
    [{ slug: 'rest', dance: NO_DANCE, scene: 'bareStage', transition: 'curtain' }],
    { base: '', clips: () => true, onNews: () => {}, onStuck: () => {} },
  );
  void loader.prepare(0);
  await settle(100);
  expect(asked).toEqual([]);
  expect(loader.holds(0)).toBe(true);
  expect(loader.clip(0)).toBe(NOBODY);
});
