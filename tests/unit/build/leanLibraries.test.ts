import { resolve } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { afterEach, expect, test, vi } from 'vitest';
import { type Lean, leanCode, leanLibraries } from '../../../src/build/leanLibraries.ts';
import type * as smooth from '../../../src/effects/stage/smoothScroll.ts';

const leaner = (code: string, lean: Lean) => leanCode(code, parseAst(code), lean);

test('members of the objects that a library hangs on go, what others call by their names stays', () => {
  const code =
    'A.prototype = { stop() {}, fade: function () {}, };\nvars = { fade: 1 };\n_proto.fade = 2;';
  const lean = leaner(code, { without: ['fade'] });
  expect(lean).toBe('A.prototype = { stop() {},  };\nvars = { fade: 1 };\n');
});

test('what is known stands where it is read, also of a call, and is still written', () => {
  const code = 'a.web = b.web && c.d; if (a.web) a.unlock(1);';
  const lean = leaner(code, { without: [], known: { web: 'true', 'unlock()': 'null' } });
  expect(lean).toBe('a.web = true && c.d; if (true) null;');
});

test('a version that has not what is to be left out stops the build', () => {
  expect(() => leaner('_gsap = { to() {} }', { without: ['to', 'fro'] })).toThrow('fro');
});

afterEach(() => {
  vi.useRealTimers();
});

test('the scroll is smoothed as whole GSAP smooths it, in three quarters of its bytes', async () => {
  vi.useFakeTimers({ now: 0 });
  const [whole, lean] = [await bundled([]), await bundled([leanLibraries()])];
  expect(lean.bytes).toBeLessThan(0.8 * whole.bytes);
  const moves = await Promise.all([whole, lean].map(({ code }) => movesOf(code)));
  expect(moves[0]!.length).toBeGreaterThan(60);
  expect(moves[1]).toEqual(moves[0]);
});

async function bundled(plugins: readonly Plugin[]): Promise<{ code: string; bytes: number }> {
  const input = resolve(import.meta.dirname, '../../../src/effects/stage/smoothScroll.ts');
  const build = await rolldown({ input, plugins: [...plugins] });
  const { output } = await build.generate({ minify: true, comments: false });
  await build.close();
  return { code: output[0].code, bytes: output[0].code.length };
}

/** Followed, overtaken, set out from elsewhere, jumped, slowed, followed again. */
async function movesOf(code: string): Promise<unknown[]> {
  const { SmoothScroll } = (await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )) as typeof smooth;
  vi.setSystemTime(0);
  const moves: unknown[] = [];
  const scroll = new SmoothScroll(100, (...move) => moves.push(move));
  const wait = (ms: number) => vi.advanceTimersByTime(ms);
  wait(200);
  scroll.follow(900);
  wait(250);
  scroll.follow(300);
  wait(100);
  scroll.follow(1200, 50);
  wait(2000);
  scroll.jump(5);
  wait(300);
  scroll.rate = 20;
  scroll.follow(400);
  wait(4000);
  scroll.follow(0);
  wait(90);
  scroll.jump(700);
  wait(500);
  return moves;
}
