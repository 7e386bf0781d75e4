/** Two stories on one site: the one at the root, and one in a folder of its own. */
import { alive, picture, SLUGS } from '../story.ts';
import { expect, heard, listening, RECORD, test } from './hosts.ts';

const OTHER = 'la-doublure';
const OTHERS = ['l-entree', 'la-chute', 'le-plateau-vide'];
const kept = (name: string) =>
  `JSON.parse(localStorage.getItem('${name}') ?? 'null')?.slug ?? null`;

test('both are read, each at its own addresses and with a place of its own', async ({
  page,
  site,
}) => {
  await page.goto(site);
  await alive(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator(`#${SLUGS[2]}`).evaluate((section) => section.scrollIntoView());
  await expect(page).toHaveURL(`${site}chapters/${SLUGS[2]}/`);

  await page.goto(`${site}${OTHER}/`);
  await alive(page);
  // In a theme of its own, a light one.
  const scheme = () => getComputedStyle(document.documentElement).colorScheme;
  expect(await page.evaluate(scheme)).toBe('light');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('h1')).toHaveText('La Doublure');
  // Nothing is offered that was left in another story.
  await expect(page.locator('.offer')).toHaveCount(0);
  await expect(page.locator('.contents__list a')).toHaveCount(OTHERS.length);
  await expect.poll(() => picture(page)).not.toBe('');
  // Its words begin on the other side.
  await expect(page.locator('.chapter').first()).toHaveClass(/chapter--right/);
  expect(await page.locator('.chapter__number').allTextContents()).toEqual(['1', '2', '3']);

  await page.locator('.bar [rel="next"]').click();
  await expect(page).toHaveURL(`${site}${OTHER}/chapters/la-chute/`);
  await expect(page.locator('.bar__mark')).toHaveAttribute(
    'href',
    new URL(`${site}${OTHER}/`).pathname,
  );
  const share = page.locator('[data-share="la-chute"]');
  await expect(share.locator('.share__places a').first()).toHaveAttribute(
    'href',
    new URL(`${site}${OTHER}/chapters/la-chute/`).pathname,
  );
  expect(await share.locator('[data-share-place="mastodon"]').getAttribute('href')).toContain(
    encodeURIComponent(`/${OTHER}/chapters/la-chute/`),
  );
  await expect.poll(() => page.evaluate(kept(`ballerina.place.${OTHER}`))).toBe('la-chute');
  expect(await page.evaluate(kept('ballerina.place'))).toBe(SLUGS[2]);

  // Nobody dances at its end: the set is painted, and no dance is asked for.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // Its chapters' pages read on from there, and lead back.
  await page.goto(`${site}${OTHER}/chapters/le-plateau-vide/`);
  await alive(page);
  await expect(page.locator('.chapter')).toHaveCount(1);
  await expect(page.locator('.stage')).toHaveAttribute('data-painted', '');
  await expect(page.locator('#stage-dancer path')).toHaveCount(0);
  expect(asked.filter((path) => /\/(clips|stills)\//.test(path))).toEqual([]);
  await expect(page.locator('.previously a')).toHaveCount(2);
  const manifest = await page.request.get(`${site}${OTHER}/audio/programme.json`);
  const { chapters } = (await manifest.json()) as { chapters: { slug: string }[] };
  expect(chapters.map(({ slug }) => slug)).toEqual(OTHERS);
});

test('a frame of the other one lives in a blog, and leads to it', async ({ page, site, host }) => {
  const address = `${site}${OTHER}/chapters/la-chute/`;
  await page.goto(
    host.page(
      `<ballerina-story><a href="${address}">La chute</a></ballerina-story>
      <iframe src="${site}${OTHER}/embed/" width="600" height="420" title="La Doublure"></iframe>
      <script async src="${site}embed.js"></script>`,
      { head: `<script>${RECORD}</script>` },
    ),
  );
  const frame = page.locator('ballerina-story iframe').contentFrame();
  await listening(frame);
  await expect(page.locator('ballerina-story iframe')).toHaveAttribute(
    'src',
    `${site}${OTHER}/embed/la-chute/`,
  );
  await expect(frame.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(frame.locator('.frame__read a')).toHaveAttribute('href', new URL(address).pathname);
  await expect.poll(async () => (await heard(page))[0]).toEqual(['ready', 'la-chute']);
  await expect.poll(() => heard(page)).toContainEqual(['play', 'la-chute']);

  // The whole story's frame holds its chapters.
  const whole = page.locator('body > iframe').contentFrame();
  await listening(whole);
  await expect(whole.locator('.frame__read a')).toHaveAttribute(
    'href',
    new URL(`${site}${OTHER}/`).pathname,
  );
  await expect(whole.locator('[data-chapter-line]')).toHaveText('L’entrée : une autre à sa place');
});
