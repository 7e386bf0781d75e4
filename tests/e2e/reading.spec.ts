import type { Page } from '@playwright/test';
import { afresh, alive, expect, restedPicture, SLUGS, scrollTo, seen, test } from './story.ts';

/** Keeps what the browser tells of boxes that moved by themselves. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    const told = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const nodes = entry.sources.map(({ node }) =>
          node instanceof Element ? node.className : node?.textContent,
        );
        shifts.push(`${entry.value.toFixed(5)}: ${nodes.join(', ')}`);
      }
    };
    const observer = new PerformanceObserver((list) => told(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    Object.assign(window, { tell: () => told(observer.takeRecords()), shifts });
  });
  return () =>
    page.evaluate(() => {
      const { tell, shifts } = window as unknown as { tell(): void; shifts: string[] };
      tell();
      return shifts;
    });
}

test('the whole story: every heading, the address, a picture of its own for each chapter, and nothing shifts', async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  const shifts = await watchShifts(page);
  const come = async (slug: string) => {
    await scrollTo(page, slug, 0.45);
    await expect(page).toHaveURL(slug === SLUGS[0] ? '/' : `/chapters/${slug}/`);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    // Its piece of music has come to the foot.
    await expect(page.locator('.staff__piece--turning')).toHaveCount(0);
  };
  const pictures = new Map<string, string>();
  for (const slug of SLUGS) {
    await come(slug);
    await expect(page.locator(`#${slug} [data-chapter-title]`)).toBeAttached();
    const shown = await restedPicture(page);
    expect((await seen(page)).light).toBeGreaterThan(2);
    for (const [other, drawn] of pictures)
      expect(shown, `${slug} differs from ${other}`).not.toBe(drawn);
    pictures.set(slug, shown);
  }
  // Backwards: the same place gives the same picture.
  for (const [index, slug] of [...SLUGS].reverse().entries()) {
    await come(slug);
    if (index % 3 === 0) expect(await restedPicture(page), slug).toBe(pictures.get(slug));
  }
  expect(await shifts()).toEqual([]);
});

test('back, a reload, a link and another window show the same words and the same picture', {
  tag: '@once',
}, async ({ page, viewport }) => {
  await test.step('scrolled step by step, every heading passes through the window', async () => {
    await page.goto(`/chapters/${SLUGS[8]}/`);
    await alive(page);
    for (const slug of SLUGS.slice(8)) {
      const title = page.locator(`#${slug} [data-chapter-title]`);
      for (let turn = 0; turn < 60 && !(await title.evaluate(inWindow)); turn++) {
        await page.evaluate(() => window.scrollBy({ top: innerHeight * 0.4, behavior: 'instant' }));
      }
      await expect(title).toBeInViewport();
    }
  });
  await test.step('a picture found by a link is the one found by scrolling', async () => {
    const slug = SLUGS[5]!;
    // Brightness on a coarse grid: the two pages may lay out their words a fraction of a pixel apart.
    const shown = async () => {
      await restedPicture(page);
      return (await seen(page)).grid;
    };
    await afresh(page);
    await scrollTo(page, slug, 0.5);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    const scrolled = await shown();
    await page.goto(`/chapters/${SLUGS[3]}/`);
    await alive(page);
    await scrollTo(page, slug, 0.5);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    const linked = await shown();
    const off = linked.map((light, i) => Math.abs(light - scrolled[i]!));
    expect(Math.max(...scrolled) - Math.min(...scrolled)).toBeGreaterThan(100);
    expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(0.5);
  });
  await test.step('back leaves the story in one step', async () => {
    await page.goto('/404.html');
    await page.goto('/');
    await alive(page);
    for (const slug of [SLUGS[2]!, SLUGS[4]!]) {
      await scrollTo(page, slug, 0.4);
      await expect(page).toHaveURL(`/chapters/${slug}/`);
    }
    await page.goBack();
    await expect(page).toHaveURL('/404.html');
    await page.goForward();
    await expect(page).toHaveURL(`/chapters/${SLUGS[4]}/`);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', SLUGS[4]!);
  });
  await test.step('a reload in the middle of a chapter comes back to the same words', async () => {
    const slug = SLUGS[6]!;
    await afresh(page);
    await scrollTo(page, slug, 0.5);
    await expect(page).toHaveURL(`/chapters/${slug}/`);
    await expect.poll(() => page.evaluate(() => history.state?.place?.slug)).toBe(slug);
    await page.reload();
    await alive(page);
    await expect
      .poll(() =>
        page.evaluate((id) => {
          const box = document.getElementById(id)!.getBoundingClientRect();
          return Math.round((-box.top / box.height) * 100) / 100;
        }, slug),
      )
      .toBeCloseTo(0.5, 1);
  });
  await test.step('after a change of the window the picture is that of the new window', async () => {
    const slug = SLUGS[1]!;
    const turned = { width: viewport!.height, height: viewport!.width };
    await afresh(page);
    await page.setViewportSize(turned);
    await scrollTo(page, slug, 0.5);
    await expect(page.locator('.stage')).toHaveAttribute('data-shown', slug);
    const fresh = await restedPicture(page);
    await page.setViewportSize(viewport!);
    await scrollTo(page, slug, 0.5);
    expect(await restedPicture(page)).not.toBe(fresh);
    await page.setViewportSize(turned);
    await restedPicture(page);
    await scrollTo(page, slug, 0.5);
    expect(await restedPicture(page)).toBe(fresh);
  });
});

const inWindow = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
