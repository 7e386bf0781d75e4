import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  describeWeights,
  firstViewWeights,
  kilobytes,
  listBuilt,
  weigh,
} from '../../helpers/bytes.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { firstViewScripts } from '../../helpers/moduleGraph.ts';

const PAGE = `<!doctype html>
<link rel="modulepreload" href="/_astro/preloaded.js">
<link rel="stylesheet" href="/_astro/page.css">
<script type="module" src="/_astro/page.js"></script>
<script type="application/json">{"import": "x"}</script>
<script type="module">import { a } from "/_astro/fromInline.js"; a();</script>
<astro-island uid="1" component-url="/_astro/Stage.js" renderer-url='/_astro/client.js'
  client="idle"></astro-island>`;
const FILES = {
  'index.html': PAGE,
  '_astro/page.css': 'p{}',
  '_astro/preloaded.js': 'export const p=1;',
  '_astro/page.js': 'import"./shared.js";const later=()=>import("./later.js");later();',
  '_astro/fromInline.js': 'export const a=()=>{};',
  '_astro/Stage.js': 'import{s}from"./shared.js";export*from"./deep/deep.js";export default s;',
  '_astro/client.js': 'export default()=>{};',
  '_astro/shared.js': 'import"./Stage.js";export const s="from \\"./no.js\\"";',
  '_astro/deep/deep.js': 'export{s as d}from"../shared.js";',
  '_astro/later.js': 'import"./laterStill.js";',
};
const LOADED = [
  '_astro/Stage.js',
  '_astro/client.js',
  '_astro/deep/deep.js',
  '_astro/fromInline.js',
  '_astro/page.js',
  '_astro/preloaded.js',
  '_astro/shared.js',
];

test('what a page loads at once, and what that imports, but not what comes later', () => {
  expect(firstViewScripts(makeFolder(FILES), 'index.html')).toEqual(LOADED);
});

test('below a base path', () => {
  const page = PAGE.replaceAll('/_astro/', '/story/_astro/');
  const dist = makeFolder({ ...FILES, 'index.html': page });
  expect(firstViewScripts(dist, 'index.html', '/story')).toEqual(LOADED);
});

test('a script that is not there, or on another host, is an error', () => {
  const page = (src: string) => makeFolder({ 'index.html': `<script src="${src}"></script>` });
  expect(() => firstViewScripts(page('/gone.js'), 'index.html')).toThrow('gone.js');
  expect(() => firstViewScripts(page('https://cdn.test/x.js'), 'index.html')).toThrow('host');
});

test('weights are of each file with brotli, and of the scripts in the page', async () => {
  const weights = await firstViewWeights(makeFolder(FILES), 'index.html');
  expect(weights.map(({ file }) => file)).toEqual([...LOADED, 'inline']);
  const shared = weights.find(({ file }) => file === '_astro/shared.js');
  expect(shared?.bytes).toBe(brotliCompressSync(FILES['_astro/shared.js']).length);
  expect(weights.at(-1)?.bytes).toBeGreaterThan(0);
  const sum = weights.reduce((bytes, weight) => bytes + weight.bytes, 0);
  expect(kilobytes(weights)).toBeCloseTo(sum / 1000);
});

test('what the build has compressed weighs what the server sends', async () => {
  const dist = makeFolder({ 'page.js': 'export const p=1;', 'page.js.br': 'sent' });
  expect(await weigh(dist, ['page.js'])).toEqual([{ file: 'page.js', bytes: 4 }]);
});

test('the heaviest stand first', () => {
  const weights = [
    { file: 'a.js', bytes: 900 },
    { file: 'b.js', bytes: 24_680 },
  ];
  expect(describeWeights(weights)).toBe('24.7 kB b.js\n0.9 kB a.js');
});

test('built files by folder and ending, without their compressed copies', () => {
  const dist = makeFolder({ ...FILES, '_astro/page.js.br': '', '_astro/page.js.gz': '' });
  expect(listBuilt(dist, '_astro/deep')).toEqual(['_astro/deep/deep.js']);
  expect(listBuilt(dist, '_astro', '.js')).toHaveLength(8);
  expect(listBuilt(dist, 'clips')).toEqual([]);
});
