import { afterEach, expect, test, vi } from 'vitest';
import { importPart } from '../../../../src/effects/loading/importPart.ts';
import type { Attempt } from '../../../../src/effects/loading/keepTrying.ts';
import { refresh } from '../../../../src/effects/loading/refresh.ts';

const attempt = (number: number): Attempt => ({
  number,
  signal: new AbortController().signal,
  progress: () => {},
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A network that has these scripts. */
function network(scripts: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { cache }: RequestInit) => {
    const name = url.split('/').at(-1)!;
    asked.push(`${name} ${cache}`);
    const script = scripts[name];
    return new Response(script ?? '', { status: script === undefined ? 404 : 200 });
  });
  return asked;
}

test('a part is imported as it is written; another attempt has another address', async () => {
  const load = () => import('../../../../src/core/loading/schedule.ts');
  expect((await importPart(load, attempt(0))).ATTEMPTS).toBeGreaterThan(1);
  // As in a built script, where addresses are relative to the folder of all scripts.
  const written = Object.assign(() => load(), {
    toString: () => '()=>e(()=>import(`./keepTrying.ts`),[])',
  });
  const modules = new Set<unknown>();
  for (const _ of [1, 2]) {
    const module: unknown = await importPart(written, attempt(1));
    expect(module).toHaveProperty('keepTrying');
    modules.add(module);
  }
  expect(modules.size).toBe(2);
});

test('a script and all that it needs at once are fetched past what the browser has kept', async () => {
  const asked = network({
    'scene.js': 'import{a as b}from"./shapes.js";import"./light.js";import(`./later.js`)',
    'shapes.js': "export{}from'./light.js'",
    'light.js': 'export default 1',
  });
  vi.stubGlobal('location', { href: 'https://example.org/chapters/' });
  // As bundlers write the addresses of threads.
  await refresh('/_astro/scene.js', attempt(2));
  expect(asked.sort()).toEqual(['light.js reload', 'scene.js reload', 'shapes.js reload']);
});

test('what cannot be had again is told', async () => {
  network({ 'scene.js': 'import"./lost.js"' });
  await expect(refresh('https://example.org/scene.js', attempt(2))).rejects.toThrow('lost.js: 404');
});
