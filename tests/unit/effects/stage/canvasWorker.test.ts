/** Who paints on a thread of its own, and what becomes of the page when that thread is lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pauseAfter } from '../../../../src/core/loading/schedule.ts';
import { HERE } from '../../../../src/effects/stage/protocol.ts';

/** Threads that were begun, in order. */
let threads: FakeWorker[] = [];
class FakeWorker {
  onerror: (() => void) | undefined;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  readonly heard: unknown[] = [];
  ended = false;

  constructor() {
    threads.push(this);
    if (!network.whole) queueMicrotask(() => this.onerror?.());
  }
  postMessage(message: unknown) {
    this.heard.push(message);
  }
  terminate() {
    this.ended = true;
  }
  says(data: unknown) {
    this.onmessage?.({ data });
  }
}

/** Canvases that are in the page now. */
let shown: object[] = [];
class FakeCanvas {
  transferControlToOffscreen() {
    return {};
  }
  remove() {
    shown = shown.filter((one) => one !== this);
  }
}

/** Whether the painters' file can be had, and how often it was asked for. */
let network = { whole: true, asked: 0 };

beforeEach(() => {
  threads = [];
  shown = [];
  network = { whole: true, asked: 0 };
  vi.resetModules();
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', { createElement: () => new FakeCanvas() });
  vi.stubGlobal('HTMLCanvasElement', FakeCanvas);
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('origin', 'https://story.example');
  vi.stubGlobal('location', new URL('https://story.example/'));
  vi.stubGlobal('fetch', async () => {
    network.asked++;
    return new Response('', { status: network.whole ? 200 : 404 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function openCanvas() {
  const module = await import('../../../../src/effects/stage/canvasWorker.ts');
  const told: string[] = [];
  const painter = module.openCanvas('stage', {
    put(canvas) {
      shown.push(canvas);
      told.push('put');
    },
    hear: ({ kind }) => told.push(kind),
    lose: () => told.push('lost'),
  });
  return { painter, told };
}

const painted = { id: 0, reply: { kind: 'painted' } };

test('lost after it has painted, with a file that cannot be had again: no canvas stays in the page, and it is told', async () => {
  const { painter, told } = await openCanvas();
  threads[0]!.says(HERE);
  threads[0]!.says(painted);
  expect(told).toEqual(['put', 'painted']);
  network.whole = false;
  threads[0]!.onerror!();
  expect(told).toEqual(['put', 'painted', 'lost']);
  expect(threads[0]!.ended).toBe(true);
  expect(shown).toEqual([]);
  // Words of what is to be shown are kept for who comes next; nobody hears them now.
  painter.say({ kind: 'prepare', scroll: 7 });
  for (let second = 0; second < 30; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown).toEqual([]);
  }
  expect(told.at(-1)).toBe('lost');
});

test('once the file comes again another thread begins anew with what was said last', async () => {
  const { painter, told } = await openCanvas();
  painter.say({ kind: 'prepare', scroll: 1 });
  painter.say({ kind: 'prepare', scroll: 2 });
  threads[0]!.says(HERE);
  threads[0]!.says(painted);
  threads[0]!.onerror!();
  await vi.advanceTimersByTimeAsync(pauseAfter(1));
  expect(threads).toHaveLength(2);
  expect(threads[1]!.heard).toMatchObject([
    { id: 1, part: 'stage' },
    { id: 1, call: { kind: 'prepare', scroll: 2 } },
  ]);
  expect(shown).toHaveLength(1);
  // What the lost one said too late is nobody's.
  threads[0]!.says(painted);
  threads[1]!.says({ id: 1, reply: { kind: 'painted' } });
  expect(told).toEqual(['put', 'painted', 'lost', 'put', 'painted']);
});

test('a thread that never says that it is here is left, and none may paint twice', async () => {
  const { told } = await openCanvas();
  expect(shown).toHaveLength(1);
  // Ten seconds are its limit; then the next has its turn.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(threads[0]!.ended).toBe(true);
  expect(told.slice(0, 2)).toEqual(['put', 'lost']);
  await vi.advanceTimersByTimeAsync(pauseAfter(1));
  expect(threads).toHaveLength(2);
  expect(network.asked).toBeGreaterThan(0);
  expect(shown).toHaveLength(1);
});

test('where there may be no thread, a file that failed is asked for at another address each time', async () => {
  vi.stubGlobal('origin', 'null');
  const asked: string[] = [];
  vi.stubGlobal('toldBy', (address: string) => asked.push(address));
  vi.doMock('../../../../src/effects/stage/worker.ts?worker&url', () => ({
    default: 'data:text/javascript,toldBy(import.meta.url);throw 1//',
  }));
  await openCanvas();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(2), { timeout: 10_000 });
  expect(new Set(asked).size).toBe(asked.length);
  expect(threads).toEqual([]);
  vi.doUnmock('../../../../src/effects/stage/worker.ts?worker&url');
});
