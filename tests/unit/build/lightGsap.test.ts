import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';
import { lightened } from '../../../src/build/lightGsap.ts';
import { makeFolder } from '../../helpers/folder.ts';

const core = readFileSync('node_modules/gsap/gsap-core.js', 'utf8');
const parse = (code: string) => parseAst(code) as never;

test('the part of GSAP that pages fetch follows an aim, as all of it does', async () => {
  const light = lightened(core, parse(core));
  expect(light.length).toBeLessThan(core.length * 0.95);
  const folder = makeFolder({});
  const places: number[][] = [];
  for (const [name, code] of Object.entries({ whole: core, light })) {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, code);
    const { gsap } = await import(path);
    const head = { scroll: 0 };
    gsap.ticker.fps(60);
    const seen: number[] = [];
    const follow = gsap.quickTo(head, 'scroll', { duration: 0.35, ease: 'power3' });
    // In GSAP's own time, which is the same for both.
    for (const [aim, ticks] of [
      [800, 6],
      [-200, 8],
    ] as const) {
      follow(aim);
      for (let i = 1; i <= ticks; i++) {
        const { tween } = follow;
        tween.time(tween.time() + 0.05);
        seen.push(Math.round(head.scroll * 100) / 100);
      }
    }
    follow(50, 50);
    follow.tween.pause();
    seen.push(head.scroll);
    places.push(seen);
  }
  expect(places[1]).toEqual(places[0]);
  expect(places[0]!.at(-2)).toBe(-200);
});

test('a core that is written otherwise stops the build', () => {
  const other = core.replace('var _gsap = {', 'var _other = {');
  expect(() => lightened(other, parse(other))).toThrow('gsap-core has no _gsap any more');
});
