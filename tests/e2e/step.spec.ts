/** What a chapter may hold beside paragraphs, laid out: wide things stay in the column. */
import { printBody } from '../../src/core/content/body/printBody.ts';
import { readBody } from '../../src/core/content/body/readBody.ts';
import { expect, SLUGS, test } from './story.ts';

const WIDE = [
  '## Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  `\`\`\`js\nconst line = '${'x'.repeat(200)}';\n\`\`\``,
  `words \`${'code'.repeat(60)}\` words`,
  `<https://example.org/${'a-long-address/'.repeat(12)}>`,
  `|${' supercalifragilistic |'.repeat(9)}\n|${' --- |'.repeat(9)}\n|${' expialidocious |'.repeat(9)}`,
  `- ${'y'.repeat(120)}\n  - ${'z'.repeat(120)}`,
  `> ${'q'.repeat(120)}`,
  `<pre>${'p'.repeat(200)}</pre>`,
  `<kbd>${'k'.repeat(120)}</kbd>`,
  `a[^1]\n\n[^1]: ${'n'.repeat(120)}`,
].join('\n\n');

function htmlOf(text: string): string {
  const body = readBody(text, 'x--');
  const around = {
    base: '/',
    file: 'c/01-x.md',
    story: 's.md',
    chapters: [],
    pictures: new Set<string>(),
  };
  const { steps, faults } = printBody(body, around);
  expect([...body.faults, ...faults]).toEqual([]);
  return steps.join('');
}

test('code, addresses, tables and long words scroll or break in their column', async ({ page }) => {
  await page.goto(`/chapters/${SLUGS[1]}/`);
  const step = page.locator('.step').first();
  // The page takes markup from nobody: a file of it is parsed instead.
  await page.route('**/wide.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${htmlOf(WIDE)}` }),
  );
  await step.evaluate(async (element) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.open('GET', '/wide.html');
    const came = new Promise((resolve) => request.addEventListener('load', resolve));
    request.send();
    await came;
    element.replaceChildren(...request.responseXML!.body.childNodes);
  });
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    const outside = await step.evaluate((column) => {
      const { right } = column.getBoundingClientRect();
      return [...column.querySelectorAll('*')]
        .filter(
          (element) => element.closest('pre, .wide') === null || element.matches('pre, .wide'),
        )
        .filter((element) => element.getBoundingClientRect().right > right + 1)
        .map((element) => element.outerHTML.slice(0, 60));
    });
    expect(outside).toEqual([]);
    for (const scroller of await step.locator('pre, .wide').all()) {
      await scroller.focus();
      await page.keyboard.press('End');
      await expect(scroller).toBeFocused();
      expect(await scroller.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    }
  }
});
