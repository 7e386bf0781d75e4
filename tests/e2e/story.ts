/** Shared by the browser tests: the story's page with its guards, and ways to look at the stage. */
import { readdirSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';

/** Slugs in order, from the chapter files' names. */
export const SLUGS = readdirSync('src/content/chapters')
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => name.replace(/^\d+-|\.md$/g, ''));

export interface Guards {
  /** Errors of the page, collected; a test that expects some empties it. */
  readonly faults: string[];
}

/** Every page is watched: no console error, no uncaught error, no request to another host. */
export const test = base.extend<Guards>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL!).origin;
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin)
          faults.push(`request: ${url.href}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Waits until every control answers and the clip of the chapter in view has been painted. */
export async function alive(page: Page): Promise<void> {
  await page.locator('.stage[data-alive]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.evaluate(() => document.fonts.ready);
}

/**
 * What the stage shows, as text: all visible elements with their drawing
 * attributes, in painting order. Bookkeeping (ids, slots) is left out, so that
 * equal texts mean equal pictures.
 */
export function picture(page: Page): Promise<string> {
  return page.evaluate(() => {
    const lines: string[] = [];
    const visit = (element: Element, inherited: string) => {
      if (element.getAttribute('display') === 'none') return;
      const own = ['transform', 'opacity', 'fill-opacity', 'fill', 'clip-path']
        .map((name) => [name, element.getAttribute(name)] as const)
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => {
          const cut = name === 'clip-path' && /#([\w-]+)/.exec(value!);
          return cut ? `cut=${document.getElementById(cut[1]!)?.innerHTML}` : `${name}=${value}`;
        });
      const path = [inherited, ...own].filter(Boolean).join(' ');
      const d = element.getAttribute('d');
      if (d) lines.push(`${path} ${d}`);
      if (element.tagName === 'use') lines.push(`${path} copy`);
      for (const child of element.children) if (child.tagName !== 'defs') visit(child, path);
    };
    visit(document.querySelector('.stage svg')!, '');
    return lines.join('\n');
  });
}

/** Waits until the picture stands still (the scrub has caught up, what was fetched is painted), then returns it. */
export async function restedPicture(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle');
  let last = '';
  await expect
    .poll(
      async () => {
        const now = await picture(page);
        const same = now === last && now !== '';
        last = now;
        return same;
      },
      { intervals: [250] },
    )
    .toBe(true);
  return last;
}

/** Scrolls to a chapter's share of its height, at once. */
export async function scrollTo(page: Page, slug: string, share: number): Promise<void> {
  await page.evaluate(
    ([id, part]) => {
      const box = document.getElementById(id)!.getBoundingClientRect();
      window.scrollTo({ top: window.scrollY + box.top + box.height * part, behavior: 'instant' });
    },
    [slug, share] as const,
  );
}
