/** Shared by the browser tests: the story's page with its guards, and ways to look at the stage. */
import { readdirSync, readFileSync } from 'node:fs';
import { test as base, expect, type Frame, type Page } from '@playwright/test';
import { parse } from 'yaml';

const FOLDER = 'src/content/stories/ballerina';
const FILES = readdirSync(`${FOLDER}/chapters`)
  .filter((name) => name.endsWith('.md'))
  .sort();

/** Slugs in order, from the chapter files' names. */
export const SLUGS = FILES.map((name) => name.replace(/^\d+-|\.md$/g, ''));

const fieldsOf = (file: string): Record<string, string> =>
  parse(readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^---$/m)[1]!) as Record<string, string>;

/** What the chapters are called in short, and the story: tests know no words of theirs. */
export const SHORT_TITLES = FILES.map((name) => fieldsOf(`chapters/${name}`)['shortTitle']!);
export const STORY_TITLE = fieldsOf('story.md')['title']!;

/** The cue of a chapter, as its file names it. */
export function cueOf(slug: string): string {
  const file = `${String(SLUGS.indexOf(slug)).padStart(2, '0')}-${slug}.md`;
  const text = readFileSync(`src/content/stories/ballerina/chapters/${file}`, 'utf8');
  return /^cue: (.+)$/m.exec(text)![1]!;
}

/** For axe: besides its usual rules, that names hold the words that are seen. Who speaks to their device says those. */
export const LABELS = { rules: { 'label-content-name-mismatch': { enabled: true } } };

export interface Guards {
  /** Errors of the page, collected; a test that expects some empties it. */
  readonly faults: string[];
}

/**
 * Says in the console what a policy refuses, of pages and their frames: most browsers do so
 * themselves, but not of all that they refuse.
 */
export const tellRefused = (): void =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
  );

/** Every page is watched: no console error, no uncaught error, nothing that its policy refuses, no request to another host. */
export const test = base.extend<Guards>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL!).origin;
      await page.addInitScript(tellRefused);
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

/** Begins anew in the same page as on a first visit: a page of its own takes twice as long. */
export async function afresh(page: Page, path = '/'): Promise<void> {
  // What a page writes as it is left is gone too.
  await page.goto('/robots.txt');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto(path);
  await alive(page);
}

/** What a canvas of the page shows: a fingerprint, equal for equal pictures and empty while none is painted, and its light. */
export interface Seen {
  readonly print: string;
  /** Mean brightness, 0 to 255. */
  readonly light: number;
  /** Share of the picture that is as bright as lit skin: the dancer, above all. */
  readonly lit: number;
  /** Brightness on a grid of 48 by 32. */
  readonly grid: readonly number[];
}

export function seen(page: Page | Frame, host = '.stage'): Promise<Seen> {
  return page.evaluate((selector) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`${selector}[data-painted] canvas`);
    if (!canvas) return { print: '', light: 0, lit: 0, grid: [] };
    const read = (width: number, height: number) => {
      const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext(
        '2d',
      )!;
      copy.drawImage(canvas, 0, 0, width, height);
      return copy.getImageData(0, 0, width, height).data;
    };
    const pixels = read(canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    let light = 0;
    let lit = 0;
    for (let i = 0; i < pixels.length; i += 4) {
      const [r, g, b] = [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
      hash = Math.imul(hash ^ ((r << 16) | (g << 8) | b), 0x01000193);
      light += (r + g + b) / 3;
      if (r > 215 && g > 205 && b > 190) lit++;
    }
    const count = pixels.length / 4;
    const small = read(48, 32);
    const grid = Array.from({ length: 48 * 32 }, (_, i) => small[i * 4]!);
    const print = `${canvas.width} ${canvas.height} ${hash >>> 0}`;
    return { print, light: light / count, lit: lit / count, grid };
  }, host);
}

/** The fingerprint of what the stage shows now. */
export const picture = async (page: Page | Frame, host?: string): Promise<string> =>
  (await seen(page, host)).print;

/** Lets the page paint so many frames, whatever time it takes for them: enough to see that nothing comes. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (all) => {
    for (let frame = 0; frame < all; frame++) await new Promise(requestAnimationFrame);
  }, count);
}

/** Waits until the picture stands still (the dance has caught up, what was fetched is painted), then returns its fingerprint. */
export async function restedPicture(page: Page, host?: string): Promise<string> {
  await page.waitForLoadState('networkidle');
  let last = '';
  await expect
    .poll(
      async () => {
        const now = await picture(page, host);
        const same = now === last && now !== '';
        last = now;
        return same;
      },
      { intervals: [300] },
    )
    .toBe(true);
  return last;
}

/** Expects that the dancer is to be seen: light skin on a dark stage. */
export async function expectDancer(page: Page): Promise<void> {
  await restedPicture(page);
  expect((await seen(page)).lit).toBeGreaterThan(0.002);
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
