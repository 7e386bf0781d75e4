/** What a blog's reader downloads of a frame, and what hosts are told of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { describeWeights, kilobytes, listBuilt, type Weight, weigh } from '../helpers/bytes.ts';
import { firstViewScripts } from '../helpers/moduleGraph.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base } = readSettings(process.env);
const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const below = (address: string): string => address.slice(base.length + 1);

/** kB of 1000 bytes, with brotli. */
const BUDGET = { frame: 45, script: 4 };

const frames = listBuilt(DIST, 'embed', 'index.html').filter((file) => !file.includes('guide'));

/** The page with its styles, preloaded fonts, scripts, and the scene and transition that it then asks for. */
async function frameWeights(page: string): Promise<readonly Weight[]> {
  const html = read(page);
  const linked = [...html.matchAll(/<link rel="preload"[^>]*href="([^"]+)"/g)];
  const { chapters } = JSON.parse(
    /data-frame-content="([^"]*)"/
      .exec(html)![1]!
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"'),
  ) as { chapters: { scene: string; transition: string }[] };
  const { scene, transition } = chapters[0]!;
  const modules = listBuilt(DIST, '_astro', '.js').filter((file) =>
    [scene, transition].some((name) => new RegExp(`^_astro/${name}[.-]`).test(file)),
  );
  expect(modules.length).toBeGreaterThanOrEqual(2);
  const shared = modules.flatMap((file) =>
    [...read(file).matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`),
  );
  const files = new Set([
    page,
    ...linked.map(([, address]) => below(address!)),
    ...firstViewScripts(DIST, page, base),
    ...modules,
    ...shared,
  ]);
  return weigh(DIST, [...files]);
}

describe('frames', () => {
  test('there is one for each chapter and one for the whole', () => {
    expect(frames).toHaveLength(listBuilt(DIST, 'chapters', 'index.html').length + 1);
  });

  test.each(frames)('%s: everything before the clip', async (page) => {
    const weights = await frameWeights(page);
    expect(kilobytes(weights), describeWeights(weights)).toBeLessThanOrEqual(BUDGET.frame);
  });

  test.each(frames)('%s measures nothing by the window’s height', (page) => {
    expect(read(page)).not.toContain('rel="stylesheet"');
    const styles = [...read(page).matchAll(/<style[^>]*>([^<]*)/g)].map(([, text]) => text!);
    expect(styles.join('')).toContain('.frame');
    expect(styles.join('')).not.toMatch(/\d[sdl]?vh\b|\dvmin\b|\dvmax\b|\dvb\b/);
  });
});

test('embed.js', async () => {
  const weights = await weigh(DIST, ['embed.js']);
  expect(kilobytes(weights), describeWeights(weights)).toBeLessThan(BUDGET.script);
  const code = read('embed.js');
  expect(code).not.toMatch(/\bimport\s*[({"]|\bexport\s|\beval\(|innerHTML/);
  expect(existsSync(join(DIST, 'embed.d.ts'))).toBe(true);
});

describe('discovery', () => {
  const pages = ['index.html', ...listBuilt(DIST, 'chapters', 'index.html')];

  test.each(pages)('%s names its description before all styles and scripts', (page) => {
    const head = read(page).split('</head>')[0]!;
    const link = /<link[^>]*type="application\/json\+oembed"[^>]*>/.exec(head);
    expect(link).not.toBeNull();
    for (const heavy of ['<style', '<script']) {
      const at = head.indexOf(heavy);
      if (at >= 0) expect(link!.index).toBeLessThan(at);
    }
    const address = new URL(/href="([^"]+)"/.exec(link![0])![1]!);
    const said = JSON.parse(read(below(address.pathname))) as Record<string, unknown>;
    expect(said).toMatchObject({ type: 'rich', version: '1.0' });
    expect(said['thumbnail_url']).toMatch(/\.png$/);
    expect(existsSync(join(DIST, below(new URL(said['thumbnail_url'] as string).pathname)))).toBe(
      true,
    );
    const src = /<iframe src="([^"]+)"/.exec(said['html'] as string)![1]!;
    expect(existsSync(join(DIST, below(new URL(src).pathname), 'index.html'))).toBe(true);
  });
});
