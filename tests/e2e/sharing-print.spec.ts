import { inflateSync } from 'node:zlib';
import { alive, expect, SLUGS, test } from './story.ts';

/** Texts of a PDF's outline, which it keeps as plain objects. */
function outline(pdf: Buffer): string[] {
  return [...pdf.toString('latin1').matchAll(/\/Title\s*(?:\((.*?)\)|<([0-9A-Fa-f]*)>)/g)].map(
    ([, text, hex]) => text ?? Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
  );
}

/** All of a PDF's streams that are compressed the usual way, as text. */
function streams(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n/g)]
    .map(({ index, 0: head }) => {
      const start = index + head.length;
      try {
        return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString(
          'latin1',
        );
      } catch {
        return '';
      }
    })
    .join('\n');
}

test('printed, every chapter has its words and its still', { tag: '@once' }, async ({ page }) => {
  const drawn = new Set<string>();
  page.on('response', (response) => {
    const poster = /\/posters\/([\w-]+)\.svg$/.exec(response.url());
    if (poster && response.ok()) drawn.add(poster[1]!);
  });
  await page.goto('/');
  await alive(page);
  expect([...drawn]).toEqual([]);
  // Their numbers, which headings tell to listeners, stand above them on paper.
  const titles = (await page.locator('[data-chapter-title]').allTextContents()).map((title) =>
    title.replace(/^Chapter \d+:/, ''),
  );
  const pdf = await page.pdf({ format: 'A4', outline: true, tagged: true, printBackground: true });
  const plain = (text: string) => text.replace(/[^a-z]/gi, '');
  const printed = outline(pdf).map(plain);
  for (const title of titles) expect(printed).toContain(plain(title));
  expect([...drawn].sort()).toEqual([...SLUGS].sort());
  // A poster's areas are filled paths: text alone has hardly any.
  const fills = streams(pdf).match(/^f\*?$/gm)?.length ?? 0;
  expect(fills).toBeGreaterThan(SLUGS.length * 20);
});

test('on paper nothing of the screen’s furniture is left', { tag: '@once' }, async ({ page }) => {
  await page.goto('/');
  await alive(page);
  await page.emulateMedia({ media: 'print' });
  for (const furniture of ['.bar', '.stage', '.share', '.words', '.interval', '.progress']) {
    await expect(page.locator(furniture).first()).toBeHidden();
  }
  await expect(page.locator('.print-still').first()).toBeVisible();
  // On a sheet that lies on its side, what ends a chapter begins where its words do, on the paper itself.
  const ends = await page.locator('.chapter').evaluateAll((all) =>
    all.map((chapter) => {
      const leftOf = (selector: string) =>
        chapter.querySelector(selector)!.getBoundingClientRect().left;
      const ground = getComputedStyle(chapter.querySelector('.chapter__ends')!, '::before').content;
      return [leftOf('.heard') - leftOf('.step'), ground];
    }),
  );
  expect(ends).toEqual(SLUGS.map(() => [0, 'none']));
  // What is fixed to the screen would stand on every page, in front of the words.
  await page.setViewportSize({ width: 643, height: 960 });
  const fixed = await page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].flatMap((element) =>
      [undefined, '::before', '::after']
        .map((pseudo) => getComputedStyle(element, pseudo))
        .filter(
          ({ position, display, content }, index) =>
            position === 'fixed' &&
            display !== 'none' &&
            (index === 0 ? element.checkVisibility() : content !== 'none'),
        )
        .map(() => element.className),
    ),
  );
  expect(fixed).toEqual([]);
  // What has not entered yet is on paper all the same.
  const faded = await page
    .locator('.word, .chapter__number')
    .evaluateAll(
      (all) => all.filter((element) => getComputedStyle(element).opacity !== '1').length,
    );
  expect(faded).toBe(0);
});
