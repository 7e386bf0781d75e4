/**
 * Words against what is painted behind them, measured by pixels: at the head of each chapter's page, and at moments of its
 * scene and of the passage out of it, which go through five from chapter to chapter. All five of every chapter, wherever
 * a word may stand, are `tests/unit/core/stage/ground.test.ts`.
 */
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { SCORE_MARKS } from '../../src/core/reading/playhead.ts';
import { alive, expect, expectDancer, restedPicture, SLUGS, test } from './story.ts';

/** WCAG 2.2, 1.4.6. */
const LEAST = 7;
/** Of the pixels behind a line, so many may be brighter: grains, a spark of the set. */
const OUTLIERS = 0.01;
/** A word that fades at the window's edge is gone where no more of its light is left … */
const GONE = 0.1;
/** … and has not begun to fade where so much is. */
const WHOLE = 0.9;
const MOMENTS = {
  scene: [0, 0.25, 0.5, 0.75, 1],
  passage: [0.1, 0.25, 0.5, 0.75, 0.9],
} as const;

interface Line {
  readonly text: string;
  readonly color: string;
  readonly box: { left: number; top: number; width: number; height: number };
}

/** Lines of text that are in the window, as they are laid out; of the page, or of what is open above it. */
function lines(page: Page, inside = 'body'): Promise<Line[]> {
  return page.evaluate((selector) => {
    const layer = document.querySelector(selector)!;
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    const found: Line[] = [];
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement!;
      const outside = '.visually-hidden, .chapter__number, noscript, script, style, [popover]';
      const hidden = element.closest(outside);
      if (!node.data.trim() || (hidden && hidden !== layer)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(node);
      for (const { left, top, width, height } of range.getClientRects()) {
        const within =
          left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight;
        const { color } = getComputedStyle(element);
        if (width > 1 && within)
          found.push({ text: node.data.trim(), color, box: { left, top, width, height } });
      }
    }
    return found;
  }, inside);
}

const channel = (value: number) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (r: number, g: number, b: number) =>
  0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);

/** Whole pixels of a screenshot that lie within a box. */
function areaOf({ left, top, width, height }: Line['box']) {
  const area = { left: Math.ceil(left), top: Math.ceil(top) };
  return {
    ...area,
    width: Math.max(1, Math.floor(left + width) - area.left),
    height: Math.max(1, Math.floor(top + height) - area.top),
  };
}

/** Of pixels as bytes of red, green and blue: the brightest first. */
function luminances(pixels: Buffer): number[] {
  const all: number[] = [];
  for (let i = 0; i < pixels.length; i += 3) {
    all.push(luminance(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!));
  }
  return all.sort((a, b) => b - a);
}

const LOOKS = {
  /** Without words, and without what is drawn over them where they have faded: music, how far one has read. */
  bare: '* { color: transparent !important; -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important; } .staff__staff, .progress { visibility: hidden; }',
  /** The same with a block in place of each word: what is left of it there is what is left of the word. */
  blocks: '::highlight(words) { background-color: #0f0; }',
} as const;

/** The page's pixels as red, green and blue, in a look. */
async function looked(page: Page, ...looks: readonly string[]): Promise<Buffer> {
  await page.evaluate((texts) => {
    document.adoptedStyleSheets = texts.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    const all = new Range();
    all.selectNodeContents(document.body);
    CSS.highlights.set('words', new Highlight(all));
  }, looks);
  return sharp(await shoot(page))
    .removeAlpha()
    .raw()
    .toBuffer();
}

/** The page in its own look again. */
const unlook = (page: Page): Promise<void> =>
  page.evaluate(() => {
    CSS.highlights.clear();
    document.adoptedStyleSheets = [];
  });

/** The window as a PNG that is larger and made in half the time: a hundred of them are taken. */
async function shoot(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { optimizeForSpeed: true });
  await session.detach();
  return Buffer.from(data, 'base64');
}

interface Found {
  readonly text: string;
  /** With the brightest of what is behind it, as far as it is seen: words here are light. */
  readonly ratio: number;
  /** The least of its light that is left anywhere, 0 to 1. */
  readonly left: number;
  readonly box: Line['box'];
}

/** The contrast of each line in the window that is seen at all. */
async function contrasts(page: Page): Promise<Found[]> {
  const all = await lines(page);
  const bare = await looked(page, LOOKS.bare);
  const blocks = await looked(page, LOOKS.bare, LOOKS.blocks);
  await unlook(page);
  const { width } = page.viewportSize()!;
  return all.flatMap(({ text, color, box }) => {
    const area = areaOf(box);
    const behind: number[] = [];
    let left = 1;
    for (let y = area.top; y < area.top + area.height; y++)
      for (let x = area.left; x < area.left + area.width; x++) {
        const at = (y * width + x) * 3;
        const [r, g, b] = [bare[at]!, bare[at + 1]!, bare[at + 2]!];
        const here = (blocks[at + 1]! - g) / (255 - g);
        left = Math.min(left, here);
        if (here > GONE) behind.push(luminance(r, g, b));
      }
    if (behind.length === 0) return [];
    behind.sort((a, b) => b - a);
    const brightest = behind[Math.ceil(behind.length * OUTLIERS)] ?? behind[0]!;
    const [r, g, b] = color.match(/[\d.]+/g)!.map(Number) as [number, number, number];
    return [{ text, left, box, ratio: (luminance(r, g, b) + 0.05) / (brightest + 0.05) }];
  });
}

/** Scrolls to a moment of the page's first chapter, or of the passage out of it, and waits until all has come. */
async function stop(page: Page, part: keyof typeof MOMENTS, progress: number): Promise<void> {
  await page.evaluate(
    ({ part, progress, marks }) => {
      const next = document.querySelector('section.chapter:nth-of-type(2), [data-after-story]')!;
      const top = next.getBoundingClientRect().top + scrollY;
      const last = !next.matches('.chapter');
      const from = top - (last ? marks.closingStart : marks.crossingStart) * innerHeight;
      const to = top - (last ? marks.closingEnd : marks.crossingEnd) * innerHeight;
      const place = part === 'scene' ? progress * from : from + progress * (to - from);
      scrollTo({ top: place, behavior: 'instant' });
    },
    { part, progress, marks: SCORE_MARKS },
  );
  await restedPicture(page);
  await page.waitForFunction(() => !document.querySelector('.stage[data-moves]'));
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished.catch(() => {})),
    ),
  );
}

/** Where words have all their light: below what stands at the window's upper edge, above what stands at its foot. */
const clearOf = (page: Page): Promise<{ top: number; bottom: number }> =>
  page.evaluate(() => {
    const box = document.createElement('div');
    box.style.cssText =
      'position:fixed;top:var(--clear-top);bottom:var(--foot);visibility:hidden;inline-size:0';
    document.body.append(box);
    const { top, bottom } = box.getBoundingClientRect();
    box.remove();
    return { top, bottom };
  });

/** Of each box, the contrast of its lightest with its darkest pixel: nothing that lies over words leaves any. */
async function spreads(page: Page, boxes: readonly Line[]): Promise<string[]> {
  const picture = sharp(await shoot(page));
  const weak: string[] = [];
  for (const { text, box } of boxes) {
    const pixels = await picture.clone().extract(areaOf(box)).removeAlpha().raw().toBuffer();
    const lights = luminances(pixels);
    const ratio = (lights[0]! + 0.05) / (lights.at(-1)! + 0.05);
    if (ratio < LEAST) weak.push(`${text}: ${ratio.toFixed(1)}`);
  }
  return weak;
}

/** Icons and switches of the window. */
function icons(page: Page): Promise<Line[]> {
  return page
    .locator('.bar svg, .sound svg, .staff__choices :is(svg, button > span)')
    .evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && !element.matches('.visually-hidden'))
        .map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const control = element.closest('a, button')!.textContent!.trim();
          return { text: `icon of ${control}`, color: '', box: { left, top, width, height } };
        }),
    );
}

// Two halves, side by side. Phones' words have the page's own ground: one half of the chapters goes through the moments.
for (const half of [0, 1])
  test(`a link to a chapter lands on its title and its still, where every word has ${LEAST} to 1, as it has on the way: ${half ? 'odd' : 'even'} chapters`, async ({
    page,
    viewport,
  }) => {
    const phone = { width: 390, height: 844 };
    for (const [index, slug] of SLUGS.entries()) {
      if (index % 2 !== half) continue;
      expect((await page.goto(`/chapters/${slug}/`))?.status()).toBe(200);
      await alive(page);
      for (const size of [viewport!, phone]) {
        await page.setViewportSize(size);
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
        await expect(page.locator(`#${slug} h1`)).toHaveCount(1);
        expect(await page.evaluate(() => window.scrollY)).toBe(0);
        await expect(page).toHaveURL(`/chapters/${slug}/`);
        await expectDancer(page);
        const back = page.getByRole('link', { name: /^Previously/ });
        await expect(back, slug).toHaveCount(slug === SLUGS[0] ? 0 : 1);
        const found = await contrasts(page);
        expect(found.some(({ text }) => text.startsWith('Previously'))).toBe(slug !== SLUGS[0]);
        expect(weakOf(found, `${slug}, ${size.width}`)).toEqual([]);
      }
      const moment = index % MOMENTS.scene.length;
      for (const [size, part] of [
        ...(half ? [] : [[phone, 'scene'] as const]),
        [viewport!, 'scene'],
        [viewport!, 'passage'],
      ] as const) {
        const progress = MOMENTS[part][moment]!;
        await page.setViewportSize(size);
        await stop(page, part, progress);
        const where = `${slug}, ${size.width}, ${part} ${progress}`;
        const found = await contrasts(page);
        expect(weakOf(found, where)).toEqual([]);
        // Words fade at the edges only.
        const { top, bottom } = await clearOf(page);
        const faded = found.filter(
          ({ box, left }) => box.top >= top && box.top + box.height <= bottom && left < WHOLE,
        );
        expect(faded, where).toEqual([]);
      }
      // Else the next page would offer the place in this one.
      await page.goto('/robots.txt');
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
  });

/** Lines that stand out too little, told with where they are. */
const weakOf = (found: readonly Found[], where: string): string[] =>
  found
    .filter(({ ratio }) => ratio < LEAST)
    .map(({ text, ratio }) => `${where}, ${text}: ${ratio.toFixed(1)}`);

test('in forced colours, dark and light, all words and icons can be made out', async ({ page }) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto('/');
    await alive(page);
    await restedPicture(page);
    for (const top of [0, 2050]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await restedPicture(page);
      expect(await spreads(page, [...(await lines(page)), ...(await icons(page))])).toEqual([]);
    }
    // What opens above the page too: its words alone, for the page's are beneath it.
    await page.locator('.contents__open').click();
    const contents = (await lines(page, '#contents')).filter(({ text }) => text.length > 1);
    expect(contents.length).toBeGreaterThan(8);
    expect(await spreads(page, contents)).toEqual([]);
    await page.keyboard.press('Escape');
    // The title's second word has a ground of its own, which lies on nothing of the first.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await restedPicture(page);
    const { x, y, width, height } = (await page.locator('.cover__title span').boundingBox())!;
    // Whole rows of pixels: one at the edge may be of both.
    const clip = { x, y: Math.ceil(y), width, height: Math.floor(y + height) - Math.ceil(y) };
    const whole = await page.screenshot({ clip });
    await page.locator('.cover__title em').evaluate((word) => {
      word.style.visibility = 'hidden';
    });
    expect(whole.equals(await page.screenshot({ clip }))).toBe(true);
  }
});

test('in forced colours the words of other pages can be made out', async ({ page }) => {
  for (const path of ['/404.html', '/embed/guide/', '/guide/authors/', `/embed/${SLUGS[3]}/`]) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect(await spreads(page, await lines(page)), path).toEqual([]);
    }
  }
});

test('with more contrast or less transparency words stand on a solid ground', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  for (const [name, value, least] of [
    ['prefers-contrast', 'more', 20],
    ['prefers-reduced-transparency', 'reduce', LEAST],
  ] as const) {
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    await page.goto(`/chapters/${SLUGS[9]}/`);
    await alive(page);
    await restedPicture(page);
    const found = (await contrasts(page)).filter(({ ratio }) => ratio < least);
    expect(found.map(({ text, ratio }) => `${name}, ${text}: ${ratio.toFixed(1)}`)).toEqual([]);
  }
});

test('with less data asked for each chapter is a still in the system’s letters: no clip and no font is fetched', async ({
  page,
}) => {
  const clips: string[] = [];
  const fonts: string[] = [];
  page.on('request', (request) => request.url().endsWith('.woff2') && fonts.push(request.url()));
  page.on('request', (request) => request.url().includes('/clips/') && clips.push(request.url()));
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'still');
  await alive(page);
  await restedPicture(page);
  expect(clips).toEqual([]);
  expect(fonts).toEqual([]);
  await page.getByRole('switch', { name: 'Motion' }).click();
  await expect.poll(() => clips.length).toBeGreaterThan(0);
});
