/** What a screen reader is told of each kind of page: its landmarks, headings and controls, as recorded in `outline/`. */
import AxeBuilder from '@axe-core/playwright';
import { alive, expect, LABELS, test } from './story.ts';

/** Roles without which one cannot find one's way; what only stands in between is left out. */
const KEPT =
  /^(banner|main|contentinfo|navigation|complementary|region|form|search|dialog|heading|link|button|switch|textbox|combobox|checkbox|radio|group|log|status|alert|img|article)\b/;
/** A line of a snapshot; one with a colon in a name stands in quotation marks. */
const LINE = /^ *- '?(\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*)/;

/** An aria snapshot's lines of these roles, each below those that hold it, without addresses and words. */
function outlineOf(snapshot: string): string {
  const depths: number[] = [];
  const lines = snapshot.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)![0];
    const said = LINE.exec(line)?.[1] ?? '';
    while (depths.length > 0 && depths.at(-1)! >= indent.length) depths.pop();
    if (!KEPT.test(said)) return [];
    depths.push(indent.length);
    return [`${'  '.repeat(depths.length - 1)}${said}`];
  });
  return `${lines.join('\n')}\n`;
}

/** The story among the fixtures: its words do not change. */
const PAGES = {
  story: '/la-doublure/',
  chapter: '/la-doublure/chapters/l-entree/',
  frame: '/la-doublure/embed/l-entree/',
  bloggers: '/la-doublure/embed/guide/',
  events: '/guide/events/',
  accessibility: '/accessibility/',
};

test('each kind of page tells its outline as recorded @once', async ({ page }) => {
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path);
    if (name === 'story' || name === 'chapter') await alive(page);
    if (name === 'frame') await page.locator('[data-frame-content][data-alive]').waitFor();
    expect
      .soft(outlineOf(await page.locator('body').ariaSnapshot()), name)
      .toMatchSnapshot(['outline', `${name}.txt`]);
  }
});

test('owners see what the story tells while they read it, and axe finds nothing there @once', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [PAGES.accessibility, PAGES.events]) {
    await page.goto(path);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBe(0);
    const { violations } = await new AxeBuilder({ page }).options(LABELS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the story' }).click();
  const story = await opened;
  await alive(story);
  const told = page.getByRole('log');
  await expect(async () => {
    await story.getByRole('switch', { name: 'Sound' }).click();
    await expect(told).toContainText('story:sound', { timeout: 2000 });
  }).toPass();
  await story.evaluate(() => document.querySelectorAll('main section[id]')[2]!.scrollIntoView());
  await expect(told.locator('p').first()).toContainText(/^story:chapter \{"slug":/);
});
