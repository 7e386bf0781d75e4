/** What can be pressed: large enough, and nothing on anything else, at every width, zoom and spacing of the text. */
import type { Page } from '@playwright/test';
import { alive, expect, SLUGS, test } from './story.ts';

/** Widths of windows in CSS pixels: phones, tablets and desktops, and desktops at 200 to 400 % zoom. */
const WIDTHS = [
  280, 300, 320, 344, 360, 375, 390, 412, 430, 480, 540, 600, 640, 720, 768, 820, 960, 1024, 1280,
  1440,
];
/** Pixels: WCAG 2.2, 2.5.8. */
const SMALLEST = 24;
/** WCAG 2.2, 1.4.12. */
const SPACED = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }`;

/** Words on what is wrong with the controls that stand fixed in the window now. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const name = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent!.replace(/\s+/g, ' ').trim();
    const controls = [...document.querySelectorAll('a, button, input, summary, select')]
      .filter((element) => element.closest('.bar, .sound, .staff, .offer'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({
        name: name(element),
        box: element.getBoundingClientRect(),
        // In very low windows the upper line is scrolled away with the page's top.
        scrolls: getComputedStyle(element.closest('.top') ?? element).position === 'absolute',
      }));
    const faults: string[] = [];
    for (const [index, { name: one, box: a, scrolls }] of controls.entries()) {
      if (Math.min(a.width, a.height) < smallest) {
        faults.push(`${one} has ${Math.round(a.width)} by ${Math.round(a.height)} pixels`);
      }
      const beyond = !scrolls && (a.top < 0 || a.bottom > innerHeight);
      if (a.left < 0 || a.right > innerWidth || beyond) {
        faults.push(`${one} is cut off`);
      }
      for (const { name: other, box: b } of controls.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 0.5 && down > 0.5) {
          faults.push(
            `${one} and ${other} share ${across.toFixed(1)} by ${down.toFixed(1)} pixels`,
          );
        }
      }
    }
    // What the browser scrolls to is kept clear of what is offered at the foot.
    const offer = document.querySelector('.offer')?.getBoundingClientRect();
    if (offer) {
      const probe = document.body.appendChild(document.createElement('div'));
      probe.style.height = 'var(--foot)';
      const foot = probe.getBoundingClientRect().height;
      probe.remove();
      const needed = innerHeight - offer.top;
      if (foot < needed - 1)
        faults.push(`the offer needs ${needed} pixels, the foot keeps ${foot}`);
    }
    return faults;
  }, SMALLEST);
}

/** Of one page at all widths: a window's height follows as a phone's or a zoomed desktop's does. */
async function faultsAtWidths(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    for (const height of width < 480 ? [width * 2, 256] : [Math.round(width * 0.625)]) {
      await page.setViewportSize({ width, height });
      for (const fault of await faultsOf(page)) faults.push(`${width} x ${height}: ${fault}`);
    }
  }
  return faults;
}

test('with usual and with wide spacing no control is small, cut off or on another', async ({
  page,
  viewport,
}) => {
  // Never answered: it is the control that is looked at.
  await page.route('**/audio/**', () => {});
  await page.addInitScript(
    ([place]) => localStorage.setItem('ballerina.place', place!),
    [JSON.stringify({ slug: SLUGS[9], share: 0.5 })],
  );
  for (const spacing of ['usual', 'wide']) {
    // A chapter in the middle: it has one before and one after.
    await page.setViewportSize(viewport!);
    await page.goto(`/chapters/${SLUGS[4]}/`);
    await alive(page);
    await expect(page.locator('.offer')).toBeVisible();
    if (spacing === 'wide') {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACED);
    }
    await page.getByRole('link', { name: /^Next chapter/ }).click();
    expect(await faultsAtWidths(page)).toEqual([]);
    await page.locator('.offer').getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('.sound__button').click();
    await expect(page.locator('.sound--on')).toBeVisible();
    expect(await faultsAtWidths(page)).toEqual([]);
  }
});

// Where the widths' ratio is the boundary itself, and where it is as near as a fraction.
test('at every ratio of the window one of the two layouts holds', async ({ page }) => {
  await page.goto('/');
  for (const [width, height] of [
    [320, 256],
    [1280, 1024],
    [1279, 1024],
    [1281, 1024],
  ] as const) {
    await page.setViewportSize({ width, height });
    const layouts = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector)!);
      const tall = getComputedStyle(document.documentElement).getPropertyValue('--picture-height');
      return {
        stage: tall !== '',
        scrims: style('.scrim').display === 'none',
        cover: style('.cover').clipPath === 'none',
        chapter:
          style('.chapter').getPropertyValue('align-items') !== '' &&
          style('.cover__hint').position === 'absolute',
      };
    });
    expect(new Set(Object.values(layouts)), `${width} x ${height}`).toEqual(
      new Set([width * 4 <= height * 5]),
    );
  }
});
