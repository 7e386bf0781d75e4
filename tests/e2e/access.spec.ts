import AxeBuilder from '@axe-core/playwright';
import { alive, expect, LABELS, SLUGS, scrollTo, test } from './story.ts';

test('axe finds nothing on a page, in the open contents, nor in the middle of the story', async ({
  page,
}) => {
  const look = async (where: string) => {
    const { violations } = await new AxeBuilder({ page }).options(LABELS).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      where,
    ).toEqual([]);
  };
  for (const path of ['/404.html', `/chapters/${SLUGS[3]}/`, '/']) {
    await page.goto(path);
    if (path !== '/404.html') await alive(page);
    await look(path);
  }
  await scrollTo(page, SLUGS[5]!, 0.4);
  await page.getByRole('button', { name: 'Chapters' }).click();
  await look('contents');
});

test('the guide for authors: axe finds nothing, pictures come as they are reached, nothing goes sideways', {
  tag: '@once',
}, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/guide/authors/');
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await sideways()).toBe(0);
  const pictures = page.locator('.choice img');
  await pictures.last().scrollIntoViewIfNeeded();
  await expect
    .poll(() => pictures.last().evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page }).options(LABELS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('link', { name: 'colonnade' }).first().click();
  await expect(page.locator('#scene-colonnade')).toBeInViewport();
});

const SIZES = [
  { name: '320 px', width: 320, height: 568 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a tablet on its side', width: 1180, height: 820 },
  { name: 'a phone on its side', width: 844, height: 390 },
  { name: '200 % zoom of a desktop', width: 720, height: 450 },
  { name: '200 % zoom of a phone', width: 195, height: 422 },
  { name: 'a very wide screen', width: 2560, height: 1080 },
];

test('at no size is anything cut off, and nothing goes sideways', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto('/');
  await alive(page);
  for (const { name, width, height } of SIZES) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() => page.evaluate(() => `${innerWidth} ${innerHeight}`))
      .toBe(`${width} ${height}`);
    const { scrolls, cut } = await page.evaluate(() => {
      const readable = document.querySelectorAll(
        'main :is(h1, h2, p), footer :is(h2, p), .bar :is(a, button)',
      );
      return {
        scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        cut: [...readable]
          .filter((element) => !element.closest('.visually-hidden, [hidden], [popover]'))
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
          .map(({ element }) => element.outerHTML.slice(0, 80)),
      };
    });
    expect(scrolls, name).toBe(false);
    expect(cut, name).toEqual([]);
  }
});
