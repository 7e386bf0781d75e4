import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sheet from '../../src/data/cues.json' with { type: 'json' };
import type { StaffFile } from '../../src/schemas/cue.ts';
import { afresh, alive, expect, frames, SLUGS, scrollTo, test } from './story.ts';

/** The cue of each chapter, by its file. */
const cueOf = (slug: string) => {
  const order = String(SLUGS.indexOf(slug)).padStart(2, '0');
  const text = readFileSync(`src/content/stories/ballerina/chapters/${order}-${slug}.md`, 'utf8');
  const id = /^cue: *(\S+)/m.exec(text)![1]!;
  return sheet.cues.find((cue) => cue.id === id)!;
};
const staffOf = (slug: string) =>
  JSON.parse(readFileSync(`public${cueOf(slug).staff}`, 'utf8')) as StaffFile;

const staff = (page: Page) => page.locator('.staff__staff');
const caption = (page: Page) => page.locator('.staff__caption');
const captions = (page: Page) => page.getByRole('button', { name: 'Captions' });
const staffSwitch = (page: Page) => page.getByRole('button', { name: 'Sheet music' });

/** What is on the staff's canvas: pixels in the colour of what sounds, and inked pixels of each column. */
const ink = (page: Page) =>
  staff(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const copy = Object.assign(document.createElement('canvas'), { width, height });
      const context = copy.getContext('2d')!;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const across = Array.from({ length: width }, () => 0);
      let red = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3]! < 200) continue;
        across[(i / 4) % width]!++;
        if (data[i]! === 255 && data[i + 1]! === 59 && data[i + 2]! === 74) red++;
      }
      return { red, across };
    });

/** Waits until the staff of a chapter is drawn. */
async function drawn(page: Page, slug: string): Promise<void> {
  await expect(page.locator('.staff__piece cite')).toHaveText(cueOf(slug).title);
  await expect(page.locator('.staff__staff--turning')).toHaveCount(0);
}

test('the music is written, captioned, put away and printed as the reader wants', {
  tag: '@once',
}, async ({ page }) => {
  await test.step('every chapter says what music it has, and what is heard when', async () => {
    await page.goto('/');
    for (const slug of SLUGS) {
      const { title, composer, bars, key, captions } = cueOf(slug);
      const heard = page.locator(`#${slug} details`, { hasText: 'Music:' });
      await expect(heard.locator('summary')).toContainText(title);
      for (const part of [composer, bars, key]) await expect(heard).toContainText(part);
      await expect(heard.getByRole('listitem', { includeHidden: true })).toHaveCount(
        captions.length,
      );
      for (const [, text] of captions) await expect(heard).toContainText(String(text));
    }
    const [first] = SLUGS;
    await page.locator(`#${first} summary`, { hasText: 'Music:' }).click();
    await expect(page.locator(`#${first}`).getByText('0:05 an oboe, alone')).toBeVisible();
  });
  await test.step('captions without sound follow the scroll; the choice is remembered', async () => {
    const slug = SLUGS[8]!;
    const { captions: lines } = cueOf(slug);
    await afresh(page, `/chapters/${slug}/`);
    await expect(caption(page)).toHaveCount(0);
    await captions(page).click();
    await expect(caption(page)).toHaveText(String(lines[0]![1]));
    const texts = lines.map(([, text]) => String(text));
    let place = 0;
    for (let share = 0; share <= 1; share += 0.05) {
      await scrollTo(page, slug, share * 0.75);
      await expect
        .poll(async () => texts.indexOf(await caption(page).innerText()))
        .toBeGreaterThanOrEqual(place);
      place = texts.indexOf(await caption(page).innerText());
    }
    await expect(caption(page)).toHaveText(texts.at(-1)!);
    await page.reload();
    await expect(caption(page)).not.toBeEmpty();
    await expect(captions(page)).toHaveAttribute('aria-pressed', 'true');
  });
  await test.step('a staff put away stays away; nothing is fetched for it', async () => {
    await afresh(page);
    await drawn(page, SLUGS[0]!);
    await staffSwitch(page).click();
    await expect(staff(page)).toHaveCount(0);
    const fetched: string[] = [];
    page.on(
      'request',
      (request) => request.url().includes('/scores/') && fetched.push(request.url()),
    );
    await page.reload();
    await alive(page);
    await scrollTo(page, SLUGS[2]!, 0.3);
    await expect(page).toHaveURL(`/chapters/${SLUGS[2]}/`);
    await expect(staffSwitch(page)).toHaveAttribute('aria-pressed', 'false');
    await expect(staff(page)).toHaveCount(0);
    expect(fetched).toEqual([]);
    await staffSwitch(page).click();
    await drawn(page, SLUGS[2]!);
  });
  await test.step('on paper and to axe the staff is no trouble', async () => {
    await afresh(page, `/chapters/${SLUGS[8]}/`);
    await captions(page).click();
    await drawn(page, SLUGS[8]!);
    await page.locator(`#${SLUGS[8]} summary`, { hasText: 'Music:' }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.staff')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'The music' })).toBeVisible();
  });
});

test('the staff follows the scroll: its notes turn red in their order', async ({
  page,
  isMobile,
}) => {
  const slug = SLUGS[2]!;
  const { notes } = staffOf(slug);
  await page.goto(`/chapters/${slug}/`);
  await alive(page);
  await drawn(page, slug);
  const order = new Map(notes.map(([id], index) => [id, index]));
  let last = -1;
  let red = 0;
  for (let share = 0.05; share < 0.7; share += 0.1) {
    await scrollTo(page, slug, share);
    // The scroll is smoothed: the staff rests once it says the same twice. A phone's waits until one rests.
    let before: string | undefined = '?';
    await expect
      .poll(
        async () => {
          const now = (await staff(page).getAttribute('data-sounding')) ?? undefined;
          const same = now === before;
          before = now;
          return same;
        },
        { intervals: [isMobile ? 700 : 200] },
      )
      .toBe(true);
    const [id] = (before ?? '').split(' ');
    if (!id) continue;
    const index = order.get(id)!;
    expect(index).toBeGreaterThanOrEqual(last);
    last = index;
    red++;
  }
  expect(red).toBeGreaterThan(4);
  expect(last).toBeGreaterThan(notes.length / 2);
  // The note that sounds is in view, drawn in red.
  await expect.poll(async () => (await ink(page)).red).toBeGreaterThan(10);
  expect((await ink(page)).across.filter((inked) => inked > 0).length).toBeGreaterThan(100);
});

test('a note turns red as it is heard', { tag: '@once' }, async ({ page }) => {
  const slug = SLUGS[2]!;
  const onsets = new Map(staffOf(slug).notes.map(([id, from, to]) => [id, [from, to] as const]));
  // What leaves the loudspeakers is known from the nodes that play, not from the page's own clock.
  await page.addInitScript(() => {
    const seen: [string, number][] = [];
    let began = 0;
    let playing: BaseAudioContext | undefined;
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      if ((this.buffer?.duration ?? 0) > 20) {
        playing = this.context;
        began = Math.max(this.context.currentTime, when[0] ?? 0) - (when[1] ?? 0);
      }
      start.apply(this, when);
    };
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => {
        const { contextTime, performanceTime } =
          (playing as AudioContext | undefined)?.getOutputTimestamp() ?? {};
        for (const { target } of changes) {
          const sounding = (target as HTMLElement).dataset['sounding'];
          if (!sounding || contextTime === undefined || performanceTime === undefined) continue;
          const heard = contextTime + (performance.now() - performanceTime) / 1000 - began;
          for (const id of sounding.split(' ')) seen.push([id, heard * 1000]);
        }
      }).observe(document, { subtree: true, attributeFilter: ['data-sounding'] });
    });
    Object.assign(window, { seen });
  });
  await page.goto(`/chapters/${slug}/`);
  await alive(page);
  await drawn(page, slug);
  const seen = () => page.evaluate(() => (window as unknown as { seen: [string, number][] }).seen);
  await page.evaluate(() => (window as unknown as { seen: [] }).seen.splice(0));
  await page.getByRole('switch', { name: /^Sound/ }).click();
  await expect
    .poll(async () => new Set((await seen()).map(([id]) => id)).size, { timeout: 20_000 })
    .toBeGreaterThan(11);
  await expect(caption(page)).not.toBeEmpty();
  const first = new Map((await seen()).reverse());
  const late = [...first].map(([id, heard]) => heard - onsets.get(id)![0]);
  // A frame that comes late shows what sounds then: nothing is red that is not heard …
  for (const [id, heard] of await seen()) {
    expect(heard).toBeGreaterThan(onsets.get(id)![0] - 60);
    expect(heard).toBeLessThan(onsets.get(id)![1] + 60);
  }
  // … and what is heard turns red at once.
  late.sort((a, b) => a - b);
  expect(late[late.length >> 1]).toBeLessThan(60);
});

test('a staff that does not come is missed by nobody', { tag: '@once' }, async ({
  page,
  faults,
}) => {
  await page.route('**/scores/*', (route) => route.abort());
  await page.goto('/');
  await alive(page);
  await captions(page).click();
  await expect(caption(page)).not.toBeEmpty();
  await scrollTo(page, SLUGS[1]!, 0.4);
  await expect(caption(page)).toHaveText(/plucked|celesta|clarinet/);
  await expect(staff(page).locator('svg')).toHaveCount(0);
  expect(faults.every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
  faults.length = 0;
});

test('who wants stillness has pages instead of a running staff, and captions all the same', {
  tag: '@once',
}, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const slug = SLUGS[8]!;
  await page.goto(`/chapters/${slug}/`);
  await alive(page);
  await captions(page).click();
  await drawn(page, slug);
  const pages: (readonly number[])[] = [];
  const texts = new Set<string>();
  // A page is known again although another of its notes is red.
  const alike = (a: readonly number[], b: readonly number[]) =>
    a.filter((inked, x) => Math.abs(inked - b[x]!) > 3).length < 0.1 * a.length;
  for (let share = 0; share < 0.7; share += 0.05) {
    await scrollTo(page, slug, share);
    await frames(page, 16);
    const { across } = await ink(page);
    if (!pages.some((known) => alike(known, across))) pages.push(across);
    texts.add(await caption(page).innerText());
  }
  expect(pages.length).toBeLessThan(5);
  expect(texts.size).toBeGreaterThan(2);
});

test('words can be read above and below the staff on a phone', { tag: '@phone' }, async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  await captions(page).click();
  await drawn(page, SLUGS[0]!);
  const staff = (await page.locator('.staff').boundingBox())!;
  const title = (await page.locator('.cover__title').boundingBox())!;
  expect(title.y).toBeGreaterThan(staff.y + staff.height);
  expect(staff.y + staff.height).toBeLessThan(844 * 0.65);
  for (const button of [captions(page), staffSwitch(page)]) {
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
  }
});
