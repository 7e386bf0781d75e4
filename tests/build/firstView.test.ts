/** What a phone fetches before the first scroll, workers included, in kB of 1000 bytes with brotli. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/core/fonts/subsets.ts';
import { readSettings } from '../../src/server/settings.ts';
import { describeWeights, kilobytes, listBuilt, type Weight, weigh } from '../helpers/bytes.ts';
import { firstViewScripts } from '../helpers/moduleGraph.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const { base } = readSettings(process.env);
const BUDGET = { all: 218, fonts: 50 };
/** Scripts that are fetched once the page is at rest. */
const AT_REST = ['staffPainter', 'ends', 'send'];
/** What comes with a clip, to read it. */
const WITH_CLIP = ['decodeClip'];

const read = (file: string): string => readFileSync(join(DIST, file), 'utf8');
const below = (address: string): string => address.slice(base.length + 1);
const scripts = listBuilt(DIST, '_astro', '.js');
const scriptsOf = (names: readonly string[]) =>
  names.map((name) => {
    const file = scripts.find((one) => new RegExp(`^_astro/${name}[.-]`).test(one));
    expect(file, name).toBeDefined();
    return file!;
  });

/** Fonts of whose letters some are written in the page, as if all of it were set in every family and style; bold is not at first. */
function fontsOf(html: string): string[] {
  const bare = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '');
  const styles = [...html.matchAll(/<style[^>]*>([^<]*)/g)].map(([, css]) => css).join('');
  const signs = [...styles.matchAll(/content:"([^"]*)"/g)].map(([, sign]) => sign).join('');
  const written = new Set(
    [...(bare.replace(/<[^>]*>/g, ' ') + signs)].map((c) => c.codePointAt(0)!),
  );
  return [...styles.matchAll(/@font-face\{([^}]*)\}/g)].flatMap(([, face]) => {
    const url = /url\("([^"]+)"\)/.exec(face!)?.[1];
    const range = /unicode-range:([^;}]+)/.exec(face!)?.[1];
    if (!url || /font-weight:700/.test(face!)) return [];
    return !range || pointsOf(range).some((point) => written.has(point)) ? [below(url)] : [];
  });
}

/** Of the attributes of an island, what is called so. */
const given = (html: string, name: string): string => {
  const found = new RegExp(`&quot;${name}&quot;:\\[0,&quot;([\\w-]+)&quot;`).exec(html)?.[1];
  expect(found, name).toBeDefined();
  return found!;
};

async function weights(page: string): Promise<readonly Weight[]> {
  const html = read(page);
  const linked = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)];
  const staged = scriptsOf([given(html, 'scene'), given(html, 'transition')]);
  const shared = staged.flatMap((file) =>
    [...read(file).matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, name]) => `_astro/${name}`),
  );
  const dance = given(html, 'dance');
  const files = new Set([
    page,
    ...linked.map(([, address]) => below(address!)),
    ...fontsOf(html),
    ...firstViewScripts(DIST, page, base),
    ...[...staged, ...shared, ...scriptsOf([...AT_REST, ...WITH_CLIP])],
    ...[`clips/${dance}.json`, `stills/${dance}.json`, `scores/${given(html, 'cue')}.json`],
    'icon.svg',
  ]);
  return weigh(DIST, [...files]);
}

describe.each(['index.html', ...listBuilt(DIST, 'chapters', 'index.html')])(
  'before the first scroll of %s',
  (page) => {
    test('all that is fetched', async () => {
      const all = await weights(page);
      expect(kilobytes(all), describeWeights(all)).toBeLessThanOrEqual(BUDGET.all);
    });

    test('fonts', async () => {
      const fonts = await weigh(DIST, fontsOf(read(page)));
      expect(fonts.length).toBeGreaterThanOrEqual(4);
      expect(kilobytes(fonts), describeWeights(fonts)).toBeLessThanOrEqual(BUDGET.fonts);
    });
  },
);
