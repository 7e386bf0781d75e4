/** Other browsers than the one that all other tests use: what is needed of them, and no more. */
import { test as base, expect } from '@playwright/test';
import { hasExtra } from '../../run/apt.ts';
import { FIREFOX, WEBKIT } from '../../run/extras.ts';
import { thisSystem } from '../../run/system.ts';
import { openChromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { openFirefox } from './firefox.ts';
import { type Front, openFront } from './front.ts';
import { openWebKit } from './webkit.ts';

/** By the name of the project in Playwright's settings. */
const ENGINES = {
  chromium: { extra: undefined, open: openChromium },
  firefox: { extra: FIREFOX, open: openFirefox },
  webkit: { extra: WEBKIT, open: openWebKit },
};
const engineOf = (project: string) => ENGINES[project as keyof typeof ENGINES];

export const test = base.extend<
  { readonly watched: undefined },
  { readonly front: Front; readonly engine: Engine }
>({
  front: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here what a fixture needs
    async ({}, use, { project }) => {
      const front = await openFront(project.use.baseURL!);
      await use(front);
      await front.close();
    },
    { scope: 'worker' },
  ],
  engine: [
    async ({ front }, use, { project }) => {
      const engine = await engineOf(project.name).open(front.outside, project.use.launchOptions!);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  watched: [
    // biome-ignore lint/correctness/noEmptyPattern: as above; the front is asked for after the skip
    async ({}, use, { project }) => {
      const { extra } = engineOf(project.name);
      if (extra === undefined) return use(undefined);
      const missing = `${extra.name} is not here: apt-get install ${extra.packages.join(' ')}`;
      test.skip(!hasExtra(extra, thisSystem()), missing);
      await use(undefined);
    },
    { auto: true },
  ],
});
export { expect };

/** Painted, in its own letters, and every control answers: whoever leaves before has files cut off, and letters that come move the words. */
export const ALIVE = `document.querySelector('[data-painted]') && !document.querySelector('astro-island[ssr]') && document.fonts.status === 'loaded'`;

export async function openStory(engine: Engine, address: string): Promise<void> {
  await engine.open(address);
  await until(engine, ALIVE);
}

/** Waits until an expression in the page is true. */
export async function until(engine: Engine, expression: string, frame?: number): Promise<void> {
  await expect
    .poll(() => engine.run(`Boolean(${expression})`, frame).catch(() => false), {
      message: expression,
      timeout: 60_000,
    })
    .toBe(true);
}
