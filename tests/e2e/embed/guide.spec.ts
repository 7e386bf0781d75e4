import AxeBuilder from '@axe-core/playwright';
import { LABELS, SLUGS } from '../story.ts';
import { expect, frameOf, listening, test } from './hosts.ts';

test('what is chosen is shown live and stands in all three snippets', async ({ page, site }) => {
  await page.goto(`${site}embed/guide/?chapter=${SLUGS[5]}`);
  const chapter = page.getByRole('combobox', { name: 'Chapter' });
  await chapter.scrollIntoViewIfNeeded();
  await listening(frameOf(page));
  await expect(chapter).toHaveValue(SLUGS[5]!);
  await chapter.selectOption(SLUGS[8]!);
  await page.getByLabel('Theme').selectOption('light');
  await page.getByLabel('Width').selectOption('320');
  await page.getByLabel('Language').selectOption('fr');
  await expect(page.locator('iframe')).toHaveAttribute(
    'src',
    `${site}embed/${SLUGS[8]}/?theme=light&lang=fr`,
  );
  await expect(frameOf(page).getByRole('link', { name: 'Lire le chapitre' })).toBeVisible();
  expect((await page.locator('iframe').boundingBox())!.width).toBeLessThanOrEqual(320);
  await expect(page.locator('[data-snippet="link"]')).toHaveText(
    new RegExp(`/chapters/${SLUGS[8]}/$`),
  );
  await expect(page.locator('[data-snippet="element"]')).toContainText(
    `<ballerina-story chapter="${SLUGS[8]}" theme="light" lang="fr"><a href="`,
  );
  await expect(page.locator('[data-snippet="frame"]')).toContainText(
    `/embed/${SLUGS[8]}/?theme=light&amp;lang=fr" title="`,
  );
  await chapter.selectOption('');
  await expect(page.locator('iframe')).toHaveAttribute('src', `${site}embed/?theme=light&lang=fr`);
});

test('a snippet is copied as it stands', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}embed/guide/`);
  await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Ghost' }).check();
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await page.locator('[data-snippet="element"]').textContent(),
  );
});

test('a copied plain frame works on a page of one’s own', async ({ page, site, host }) => {
  await page.goto(`${site}embed/guide/?chapter=${SLUGS[2]}`);
  const snippet = (await page.locator('[data-snippet="frame"]').textContent())!;
  const here = snippet.replace(/src="https?:\/\/[^/]+\//, `src="${new URL(site).origin}/`);
  for (const [width, height] of [
    [390, 640],
    [900, 420],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(host.page(here));
    expect((await page.locator('iframe').boundingBox())!.height).toBe(height);
    await expect(frameOf(page).getByRole('link', { name: 'Read this chapter' })).toBeInViewport();
  }
});

for (const [width, height] of [
  [320, 640],
  [1280, 800],
] as const) {
  test(`at ${width} px axe finds nothing and nothing goes sideways`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${site}embed/guide/`);
    await page.locator('ballerina-story').scrollIntoViewIfNeeded();
    await listening(frameOf(page));
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    await page.getByRole('radio', { name: 'Squarespace' }).check();
    const { violations } = await new AxeBuilder({ page }).options(LABELS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the snippets of the first chapter stand there', async ({ page, site }) => {
    await page.goto(`${site}embed/guide/`);
    await expect(page.locator('[data-snippet="link"]')).toHaveText(
      new RegExp(`/chapters/${SLUGS[0]}/$`),
    );
    await expect(page.getByRole('form')).toHaveCount(0);
    await test.step('and who says where their blog is sees one box and three steps', async () => {
      await expect(page.locator('.snippet:visible, .place:visible')).toHaveCount(0);
      for (const [name, box] of [
        ['Medium', 'link'],
        ['Notion', 'address'],
        ['A site of my own, in HTML', 'element'],
      ] as const) {
        await page.getByRole('radio', { name }).check();
        await expect(page.locator('.snippet:visible [data-snippet]')).toHaveAttribute(
          'data-snippet',
          box,
        );
        const place = page.getByRole('region', { name });
        await expect(place.getByRole('listitem')).toHaveCount(3);
        await expect(page.locator('.place:visible')).toHaveCount(1);
      }
    });
  });
});
