import type { Page } from '@playwright/test';
import { cuesHeard, cuesHeld, level, mediaKey, pricksUpEars, sounding, state } from './ear.ts';
import {
  afresh,
  alive,
  test as base,
  cueOf,
  expect,
  SLUGS,
  STORY_TITLE,
  scrollTo,
} from './story.ts';

/** Chapters' cues, by slug. */
const CUE = new Map(SLUGS.map((slug) => [slug, cueOf(slug)]));

const test = base.extend<{ readonly audio: string[] }>({
  /** What has been fetched for the sake of sound. */
  audio: [
    async ({ page }, use) => {
      const audio: string[] = [];
      page.on('request', (request) => {
        if (/\/audio\/|storySound|\/scores\//.test(request.url())) audio.push(request.url());
      });
      await pricksUpEars(page);
      await use(audio);
    },
    { auto: true },
  ],
});
const button = (page: Page) => page.getByRole('switch', { name: /sound/i });
const volume = (page: Page) => page.getByRole('slider', { name: 'Volume' });

async function openWithSound(page: Page, path = '/'): Promise<void> {
  await afresh(page, path);
  await button(page).click();
}

/** On a machine that is busy a fade takes longer: it is made of frames. */
const patience = { timeout: 20_000, intervals: [100] };

/** Waits until a chapter's cue sounds, and no other. */
async function hears(page: Page, slug: string): Promise<void> {
  await expect.poll(() => cuesHeard(page), { ...patience, message: slug }).toEqual([CUE.get(slug)]);
}

/** Lets the page believe that it is hidden, or seen again. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );

test('it sounds when asked, from the control that comes first of all', async ({ page, audio }) => {
  await page.goto('/');
  await alive(page);
  await scrollTo(page, SLUGS[1]!, 0.3);
  await scrollTo(page, SLUGS[0]!, 0);
  await page.keyboard.press('Alt+m');
  await page.waitForLoadState('networkidle');
  expect(audio.filter((url) => !url.includes('/scores/'))).toEqual([]);
  expect(await state(page)).toBeUndefined();

  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('story:sound', (event) => told.push((event as CustomEvent).detail));
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.keyboard.press('Tab');
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveAttribute('aria-checked', 'false');
  await expect(volume(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveAttribute('aria-checked', 'true');
  await expect(volume(page)).toBeVisible();
  await hears(page, SLUGS[0]!);
  await expect.poll(() => level(page)).toBeGreaterThan(0.001);
  expect(await state(page)).toBe('running');

  await button(page).click();
  await expect.poll(() => state(page)).toBe('suspended');
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
    { on: true, cue: CUE.get(SLUGS[0]!) },
    { on: false, cue: CUE.get(SLUGS[0]!) },
  ]);
});

test('a press is answered before the way to the loudspeakers is opened, and counts as the reader’s own', {
  tag: '@once',
}, async ({ page }) => {
  await page.addInitScript(() => {
    const order: string[] = [];
    Object.assign(window, { order });
    document.addEventListener('click', () =>
      requestAnimationFrame(() => {
        const { ariaChecked } = document.querySelector('.sound__button')!;
        order.push(`painted ${ariaChecked}`);
      }),
    );
    const Context = window.AudioContext;
    window.AudioContext = class extends Context {
      constructor(options?: AudioContextOptions) {
        super(options);
        order.push(`opened ${navigator.userActivation.isActive}`);
      }
    };
  });
  await openWithSound(page);
  await expect.poll(() => state(page)).toBe('running');
  expect(await page.evaluate(() => (window as unknown as { order: string[] }).order)).toEqual([
    'painted true',
    'opened true',
  ]);
});

test.describe('the orchestra', () => {
  test('every chapter has its own cue; hand-overs are smooth, and two at most are held', {
    tag: '@once',
  }, async ({ page }) => {
    await test.step('every chapter has its own cue, and never more than two are decoded', async () => {
      await openWithSound(page);
      for (const slug of SLUGS) {
        await scrollTo(page, slug, 0.3);
        // It leads; what is left of the one before still fades.
        await expect
          .poll(
            async () => (await sounding(page)).find(({ id }) => id === CUE.get(slug))?.gain ?? 0,
            { ...patience, message: slug },
          )
          .toBeGreaterThan(0.75);
        expect(await level(page)).toBeGreaterThan(0.001);
        // What was let go of is in use until the sound's own thread has put it down.
        await expect.poll(async () => (await cuesHeld(page)).length).toBeLessThanOrEqual(2);
      }
    });
    await test.step('hand-overs have constant power and no jumps, to and fro', async () => {
      await openWithSound(page, `/chapters/${SLUGS[1]}/`);
      await expect
        .poll(() => sounding(page), patience)
        .toEqual([{ id: CUE.get(SLUGS[1]!), gain: expect.closeTo(1, 3) }]);
      // The next is here already.
      await expect.poll(async () => (await cuesHeld(page)).length, patience).toBe(2);
      const pair = SLUGS.slice(1, 3).map((slug) => CUE.get(slug)!);
      // Which of the two is read, and for how many milliseconds.
      const turns = [
        [1, 500],
        [0, 200],
        [1, 700],
        [0, 60],
        [1, 300],
        [0, 500],
        [1, 30],
        [0, 120],
        [1, 100],
      ] as const;
      const frames = await page.evaluate(
        async ([slugs, turns, first]) => {
          window.ear.frames = [];
          const { frames } = window.ear;
          const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
          const tops = slugs.map((id) => document.getElementById(id)!.offsetTop + 50);
          for (const [index, ms] of turns) {
            window.scrollTo({ top: tops[index]!, behavior: 'instant' });
            await wait(ms);
          }
          const over = () => frames.length > 0 && !frames.at(-1)!.some(({ id }) => id === first);
          for (let tries = 0; tries < 200 && !over(); tries++) await wait(100);
          window.ear.frames = null;
          return frames;
        },
        [SLUGS.slice(1, 3), turns, pair[0]!] as const,
      );
      const gains = frames.map((frame) =>
        pair.map((cue) => frame.find(({ id }) => id === cue)?.gain ?? 0),
      );
      const powers = gains.map(([a, b]) => a! ** 2 + b! ** 2);
      expect(Math.min(...powers)).toBeGreaterThan(0.9);
      expect(Math.max(...powers)).toBeLessThan(1.1);
      // On a busy machine two of the longest steps may lie between one look and the next: a sixteenth of the way each.
      const most = 2 * (Math.PI / 2 / 16);
      for (let frame = 1; frame < gains.length; frame++)
        for (const i of [0, 1])
          expect(Math.abs(gains[frame]![i]! - gains[frame - 1]![i]!)).toBeLessThan(most);
      // It was a hand-over: both were heard, and turns of it happened midway.
      expect(gains.some(([a, b]) => a! > 0.3 && b! > 0.3)).toBe(true);
      expect(gains.at(-1)![1]).toBeCloseTo(1, 2);
    });
    await test.step('after a race to the end and back one cue sounds, and two at most are held', async () => {
      await openWithSound(page);
      await hears(page, SLUGS[0]!);
      for (const slug of [...SLUGS, ...SLUGS.slice(0, -1).reverse()]) {
        await scrollTo(page, slug, 0.2);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 70)));
      }
      expect((await cuesHeld(page)).length).toBeLessThanOrEqual(2);
      await hears(page, SLUGS[0]!);
      expect((await cuesHeld(page)).length).toBeLessThanOrEqual(2);
    });
  });

  test('sound rests, is muted, is offered again, obeys the system’s keys and belongs to one page', {
    tag: '@once',
  }, async ({ page, audio, context }) => {
    await test.step('a hidden page rests, and goes on where it was', async () => {
      await openWithSound(page);
      await hears(page, SLUGS[0]!);
      await setHidden(page, true);
      await expect.poll(() => state(page)).toBe('suspended');
      expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('paused');
      await setHidden(page, false);
      await expect.poll(() => level(page)).toBeGreaterThan(0.001);
      const started = await page.evaluate(() => window.ear.started);
      expect(started.filter((id) => id === CUE.get(SLUGS[0]!))).toHaveLength(1);
    });
    await test.step('effects belong to the passages, once each', async () => {
      await openWithSound(page, `/chapters/${SLUGS[1]}/`);
      await hears(page, SLUGS[1]!);
      await scrollTo(page, SLUGS[1]!, 0.6);
      await page.waitForLoadState('networkidle');
      const blades = () =>
        page.evaluate(() => window.ear.started.filter((id) => id === 'blade').length);
      expect(await blades()).toBe(0);
      await scrollTo(page, SLUGS[2]!, 0.1);
      await expect.poll(blades).toBe(1);
      // To and fro, to and fro: it is struck again, but not each time.
      for (let turn = 0; turn < 6; turn++) {
        await scrollTo(page, SLUGS[turn % 2 ? 2 : 1]!, turn % 2 ? 0.1 : 0.8);
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
      }
      expect(await blades()).toBeLessThanOrEqual(3);
    });
    await test.step('is offered on the next visit, and not taken for them', async () => {
      await openWithSound(page);
      await volume(page).fill('40');
      await hears(page, SLUGS[0]!);
      await page.reload();
      await alive(page);
      audio.length = 0;
      await page.waitForLoadState('networkidle');
      await expect(button(page)).toHaveAccessibleName(/^Resume sound/);
      await expect(button(page)).toHaveAttribute('aria-checked', 'false');
      expect(await state(page)).toBeUndefined();
      expect(audio.filter((url) => !url.includes('/scores/'))).toEqual([]);
      await button(page).click();
      await expect(volume(page)).toHaveValue('40');
      await hears(page, SLUGS[0]!);

      await button(page).click();
      await page.reload();
      await expect(button(page)).toHaveAccessibleName(/^Sound/);
    });
    await test.step('Alt+M mutes and no letter alone does, the slider makes it softer', async () => {
      await openWithSound(page);
      await hears(page, SLUGS[0]!);
      await volume(page).fill('100');
      await expect.poll(() => level(page)).toBeGreaterThan(0.01);
      await volume(page).fill('0');
      await expect.poll(() => level(page)).toBeLessThan(0.0001);
      await volume(page).fill('70');
      // As one dictates, with the focus nowhere.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.type('Summer, I am told, comes in May.');
      await expect(button(page)).toHaveAttribute('aria-checked', 'true');
      await page.keyboard.press('Alt+m');
      await expect(button(page)).toHaveAttribute('aria-checked', 'false');
      await expect.poll(() => state(page)).toBe('suspended');
      await page.keyboard.press('Control+Alt+m');
      await expect(button(page)).toHaveAttribute('aria-checked', 'false');
      await page.keyboard.press('Alt+m');
      await expect.poll(() => level(page)).toBeGreaterThan(0.001);
    });
    await test.step('the system’s controls show the piece, and their keys work', async () => {
      await openWithSound(page);
      await hears(page, SLUGS[0]!);
      const shown = () =>
        page.evaluate(() => {
          const { metadata, playbackState } = navigator.mediaSession;
          const { title, artist, album, artwork } = metadata!;
          return { title, artist, album, picture: artwork[0]!.src, playbackState };
        });
      const first = await shown();
      expect(first).toMatchObject({
        title: 'Swan Lake, No. 10: Scène',
        artist: 'Pyotr Ilyich Tchaikovsky',
        playbackState: 'playing',
      });
      expect(first.album).toContain(STORY_TITLE);
      expect((await page.request.get(first.picture)).ok()).toBe(true);

      await mediaKey(page, 'nexttrack');
      await expect(page).toHaveURL(`/chapters/${SLUGS[1]}/`);
      await hears(page, SLUGS[1]!);
      expect((await shown()).title).not.toBe(first.title);
      await mediaKey(page, 'previoustrack');
      await expect(page).toHaveURL('/');
      await mediaKey(page, 'pause');
      await expect(button(page)).toHaveAttribute('aria-checked', 'false');
      expect((await shown()).playbackState).toBe('paused');
      await mediaKey(page, 'play');
      await expect.poll(() => level(page)).toBeGreaterThan(0.001);
    });
    await test.step('holds for one page at a time', async () => {
      await openWithSound(page);
      await hears(page, SLUGS[0]!);
      const other = await context.newPage();
      await other.goto('/');
      await alive(other);
      await button(other).click();
      await expect(button(page)).toHaveAttribute('aria-checked', 'false');
      await expect(button(other)).toHaveAttribute('aria-checked', 'true');
    });
  });

  test('a lost file is replaced by the other; without both there is a quiet word', {
    tag: '@once',
  }, async ({ page, audio, faults }) => {
    await page.route('**/audio/*.webm', (route) => route.abort());
    await openWithSound(page);
    await hears(page, SLUGS[0]!);
    await expect.poll(() => level(page)).toBeGreaterThan(0.001);
    expect(audio.some((url) => url.endsWith(`${CUE.get(SLUGS[0]!)}.mp3`))).toBe(true);

    // The next has been loaded ahead: the one after that it is.
    const lost = CUE.get(SLUGS[4]!)!;
    await page.route(`**/audio/${lost}.mp3`, (route) => route.fulfill({ body: 'no music' }));
    await scrollTo(page, SLUGS[4]!, 0.3);
    await expect(page.getByText('The music of this chapter could not be loaded.')).toBeVisible();
    await expect.poll(() => cuesHeard(page)).toEqual([]);
    await expect(page.locator(`#${SLUGS[4]} [data-chapter-title]`)).toBeVisible();
    await scrollTo(page, SLUGS[5]!, 0.3);
    await hears(page, SLUGS[5]!);
    await expect(page.getByText('could not be loaded')).toHaveCount(0);

    // What has come back is heard after the next press, or once the connection is back.
    await scrollTo(page, SLUGS[4]!, 0.3);
    await expect(page.getByText('could not be loaded')).toBeVisible();
    await page.unroute(`**/audio/${lost}.mp3`);
    await button(page).click();
    await button(page).click();
    await hears(page, SLUGS[4]!);
    const later = CUE.get(SLUGS[7]!)!;
    await page.route(`**/audio/${later}.mp3`, (route) => route.abort());
    await scrollTo(page, SLUGS[7]!, 0.3);
    await expect(page.getByText('could not be loaded')).toBeVisible();
    await page.unroute(`**/audio/${later}.mp3`);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await hears(page, SLUGS[7]!);
    await expect(page.getByText('could not be loaded')).toHaveCount(0);
    // The browser tells of lost files; the page itself of nothing.
    expect(faults.filter((fault) => !fault.includes('Failed to load resource'))).toEqual([]);
    faults.length = 0;
  });

  test('refused by the browser, sound is off again with a quiet word, and the next press asks anew', {
    tag: '@once',
  }, async ({ page }) => {
    await page.addInitScript(() => {
      const { resume } = AudioContext.prototype;
      AudioContext.prototype.resume = async function () {
        if (!('willing' in window)) throw new DOMException('Not now', 'NotAllowedError');
        await resume.call(this);
      };
    });
    await openWithSound(page);
    await expect(page.getByText('did not let sound begin')).toBeVisible();
    await expect(button(page)).toHaveAttribute('aria-checked', 'false');
    await page.evaluate(() => Object.assign(window, { willing: true }));
    await button(page).click();
    await expect(page.getByText('did not let sound begin')).toHaveCount(0);
    await hears(page, SLUGS[0]!);
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('it sounds all the same, effects too', { tag: '@once' }, async ({ page }) => {
    await openWithSound(page);
    await hears(page, SLUGS[0]!);
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: /^Next chapter/ }).click();
    await hears(page, SLUGS[1]!);
    expect(await page.evaluate(() => window.ear.started)).toContain('curtain');
  });
});
