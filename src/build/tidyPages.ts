import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFramePolicy, withOwnHashes, withTrustedTypes } from './contentPolicy.ts';

/** Rids every page in a folder of built files of what Astro writes and nobody needs. */
export async function tidyPages(dist: string): Promise<void> {
  for await (const name of glob('**/*.html', { cwd: dist })) {
    const file = join(dist, name);
    const page = withStyleInHead(withoutIslandIds(await readFile(file, 'utf8')));
    await writeFile(file, withFramePolicy(withTrustedTypes(withOwnHashes(page))));
  }
}

/**
 * A page whose islands have no ids: Astro makes them from the path that a component has
 * on the machine that builds, so that two builds of the same sources would differ.
 * Nothing reads them.
 */
function withoutIslandIds(page: string): string {
  return page.replace(/(<astro-island) uid="[^"]*"/g, '$1');
}

/** Astro lays the style of its islands before the first of them, in the body, where HTML has no place for styles. */
function withStyleInHead(page: string): string {
  const [style] = /<style>astro-island,[^<]*<\/style>/.exec(page) ?? [];
  if (style === undefined) return page;
  return page.replace(style, '').replace('</head>', () => `${style}</head>`);
}
