/** What WordPress and a frame say to each other, on a page of our own that speaks as WordPress does. */
import { hasExtra } from '../../run/apt.ts';
import { WORDPRESS } from '../../run/extras.ts';
import { thisSystem } from '../../run/system.ts';
import { SLUGS } from '../story.ts';
import { expect, frameOf, heights, listening, share, test } from './hosts.ts';
import { HELPER, postMarkup } from './wordpressHost.ts';

const SLUG = SLUGS[3]!;

/** What WordPress would find by a bare link, with the site where the test has it. */
async function discovered(site: string, path: string): Promise<string> {
  const html = await (await fetch(new URL(path, site))).text();
  const head = html.slice(0, 150_000).split('</head>')[0]!;
  const link = /<link[^>]*type="application\/json\+oembed"[^>]*>/.exec(head)![0];
  expect(head.indexOf(link)).toBeLessThan(head.indexOf('<style'));
  const address = new URL(/href="([^"]*)"/.exec(link)![1]!);
  const question = '?maxwidth=640&maxheight=960&url=x&dnt=1&format=json';
  const answer = await fetch(new URL(address.pathname + question, site));
  expect(answer.headers.get('content-type')).toContain('application/json');
  const said = (await answer.json()) as { html: string };
  return said.html.replaceAll(`src="${address.origin}/`, `src="${new URL(site).origin}/`);
}

const post = (markup: string, width = 600) =>
  `<script>${HELPER}</script><style>iframe{max-width:100%}</style><div style="width:${width}px"><p>Before.</p>${markup}<p>After.</p></div>`;

// Where a real WordPress is here, it shows this itself: see wordpress.spec.ts.
if (!hasExtra(WORDPRESS, thisSystem())) {
  for (const [path, width, height] of [
    [`chapters/${SLUG}/`, 600, 420],
    [`chapters/${SLUG}/`, 320, 640],
    ['', 600, 420],
  ] as const) {
    test(`a bare link to /${path} in a column of ${width} px becomes the live scene`, async ({
      page,
      site,
      host,
    }) => {
      const markup = postMarkup(await discovered(site, path));
      expect(markup).toMatch(/^<blockquote class="wp-embedded-content"/);
      await page.goto(host.page(post(markup!, width)));
      await expect(page.locator('iframe')).toBeVisible();
      await expect(page.locator('blockquote')).toBeHidden();
      await expect.poll(() => heights(page)).toEqual([height]);
      await listening(frameOf(page));
      await expect.poll(() => share(frameOf(page))).toBeGreaterThan(0);
    });
  }

  test('a link in it opens on top, by asking WordPress', async ({ page, site, host }) => {
    await page.goto(host.page(post(postMarkup(await discovered(site, `chapters/${SLUG}/`))!)));
    await frameOf(page).getByRole('link', { name: 'Read this chapter' }).click();
    await page.waitForURL(`${site}chapters/${SLUG}/`);
  });
}

test('without modules it still shows: words, poster and height', async ({
  page,
  site,
  host,
  faults,
}) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto(host.page(post(postMarkup(await discovered(site, `chapters/${SLUG}/`))!)));
  await expect(page.locator('iframe')).toBeVisible();
  await expect.poll(() => heights(page)).toEqual([420]);
  await expect(frameOf(page).getByRole('heading')).toBeVisible();
  faults.length = 0;
});

test('off screen it is measured all the same', async ({ page, site, host }) => {
  const markup = postMarkup(await discovered(site, `chapters/${SLUG}/`))!;
  await page.goto(host.page(`<div style="height:6000px"></div>${post(markup, 320)}`));
  await expect.poll(() => heights(page)).toEqual([640]);
});

test('it follows the column’s width, and does not grow by itself', async ({ page, site, host }) => {
  await page.goto(host.page(post(postMarkup(await discovered(site, `chapters/${SLUG}/`))!)));
  await expect.poll(() => heights(page)).toEqual([420]);
  const column = page.locator('div');
  await column.evaluate((element) => (element.style.width = '300px'));
  await expect.poll(() => heights(page)).toEqual([640]);
  await column.evaluate((element) => (element.style.width = '600px'));
  await expect.poll(() => heights(page)).toEqual([420]);
  // A frame that grows does so by each answer that the page follows.
  for (let times = 0; times < 3; times++) {
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const frame = document.querySelector('iframe')!.contentWindow!;
          window.addEventListener('message', ({ data }) => data.message === 'height' && done());
          frame.postMessage({ message: 'ready', secret: 'AbCdEf0123' }, '*');
        }),
    );
    expect(await heights(page)).toEqual([420]);
  }
});

test('heights with another secret are not asked for', async ({ page, site, host }) => {
  await page.goto(host.page(post(postMarkup(await discovered(site, `chapters/${SLUG}/`))!)));
  await expect.poll(() => heights(page)).toEqual([420]);
  const answers = () => page.evaluate(() => (window as unknown as { answers: number }).answers);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')!.contentWindow!;
    Object.assign(window, { answers: 0 });
    window.addEventListener('message', ({ data }) => {
      if (data.message === 'height') (window as unknown as { answers: number }).answers++;
    });
    const ask = (secret: unknown) => frame.postMessage({ message: 'ready', secret }, '*');
    for (let times = 0; times < 20; times++)
      for (const secret of ['0000000000', '', null, {}]) ask(secret);
    ask('AbCdEf0123');
  });
  // It reads in order: when the last question is answered, all before it have been read.
  await expect.poll(answers).toBeGreaterThan(0);
  await frameOf(page)
    .locator('main')
    .evaluate(() => {});
  // By itself it speaks again now and then.
  expect(await answers()).toBeLessThan(10);
});

test('without a size it speaks all the same, and is right once it has one', async ({
  page,
  site,
  host,
}) => {
  const markup = postMarkup(await discovered(site, `chapters/${SLUG}/`))!;
  await page.goto(host.page(`<section hidden>${post(markup, 320)}</section>`));
  const frame = page.locator('iframe');
  await expect(frame).not.toHaveAttribute('style');
  await page.locator('section').evaluate((section) => section.removeAttribute('hidden'));
  await expect(frame).toBeVisible();
  await expect.poll(() => heights(page)).toEqual([640]);
});
