import AxeBuilder from '@axe-core/playwright';
import { frames, restedPicture, SLUGS } from '../story.ts';
import { expect, frameOf, listening, share, test } from './hosts.ts';

const SLUG = SLUGS[3]!;

test('it plays by itself, stands when told to, and is moved by keys and by hand', async ({
  page,
  site,
}) => {
  await test.step('it plays by itself, stands when told to, and goes on', async () => {
    await page.goto(`${site}embed/${SLUG}/`);
    await expect.poll(() => share(page)).toBeGreaterThan(0);
    // Her clock is on the stage's thread, and the line the compositor's: nothing happens on this one.
    await page.locator('[data-painted]').waitFor();
    const asked = await page.evaluateHandle(() => {
      const asked: string[] = [];
      const next = window.requestAnimationFrame;
      window.requestAnimationFrame = (then) => {
        asked.push('frame');
        return next(then);
      };
      new MutationObserver((changes) => {
        for (const { attributeName } of changes) asked.push(attributeName ?? 'words');
      }).observe(document, { subtree: true, attributes: true, childList: true });
      return asked;
    });
    const went = await share(page);
    await expect.poll(() => share(page)).not.toBe(went);
    expect(await asked.jsonValue()).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const stood = await share(page);
    await frames(page, 20);
    expect(await share(page)).toBe(stood);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => share(page)).toBeGreaterThan(stood);
  });
  await test.step('keys move her: the slider by steps, to the end and back', async () => {
    await page.goto(`${site}embed/${SLUG}/`);
    await listening(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    const slider = page.getByRole('slider', { name: 'Position in the dance' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => share(page)).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => share(page)).toBeGreaterThan(0);
    await expect(slider).toHaveAttribute('aria-valuetext', /^\d+ of \d+ seconds$/);
    await page.keyboard.press('End');
    await expect.poll(() => share(page)).toBeGreaterThan(0.98);
  });
  await test.step('the same place gives the same picture, forwards or backwards', async () => {
    await page.goto(`${site}embed/${SLUG}/`);
    await listening(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    const slider = page.getByRole('slider');
    const put = async (value: number) => {
      await slider.fill(String(value));
      return restedPicture(page, '[data-stage]');
    };
    const first = await put(30);
    expect(await put(60)).not.toBe(first);
    expect(await put(30)).toBe(first);
  });
  await test.step('dragging moves her, a tap stops her', async () => {
    await page.goto(`${site}embed/${SLUG}/`);
    await expect.poll(() => share(page)).toBeGreaterThan(0.02);
    const stage = (await page.locator('[data-stage]').boundingBox())!;
    const y = stage.y + stage.height * 0.3;
    await page.mouse.click(stage.x + stage.width * 0.7, y);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const before = await share(page);
    await page.mouse.move(stage.x + stage.width * 0.6, y);
    await page.mouse.down();
    await page.mouse.move(stage.x + stage.width * 0.8, y, { steps: 4 });
    await page.mouse.up();
    expect(await share(page)).toBeGreaterThan(before + 0.05);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  });
  await test.step('search engines are sent to the chapter', async () => {
    await page.goto(`${site}embed/${SLUG}/`);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      new RegExp(`/chapters/${SLUG}/$`),
    );
  });
});

test('its program is asked for again, also in a sandbox: what is damaged, and what did not come', async ({
  page,
  site,
  host,
  faults,
}) => {
  const asked: string[] = [];
  await page.route(/\/_astro\/FramePage[^/]*\.js/, (route) => {
    asked.push(route.request().url());
    const headers = { 'access-control-allow-origin': '*' };
    if (asked.length === 1) return route.fulfill({ status: 404, headers });
    if (asked.length === 2)
      return route.fulfill({ headers, contentType: 'text/javascript', body: '<p>Sign in' });
    return route.continue();
  });
  await page.goto(
    host.page(
      `<iframe src="${site}embed/${SLUG}/" width="600" height="420" sandbox="allow-scripts"></iframe>`,
    ),
  );
  const frame = frameOf(page);
  await expect(frame.getByRole('link', { name: 'Read this chapter' })).toBeVisible();
  await listening(frame);
  await expect.poll(() => share(frame)).toBeGreaterThan(0);
  expect(new Set(asked).size).toBe(3);
  // The browser tells of the first two.
  expect(faults.every((fault) => /404|SyntaxError|Unexpected token/.test(fault))).toBe(true);
  faults.length = 0;
});

test('out of sight it rests', async ({ page, site, host }) => {
  await page.goto(
    host.page(
      `<iframe src="${site}embed/${SLUG}/" width="600" height="420"></iframe><div style="height:5000px"></div>`,
    ),
  );
  const frame = frameOf(page);
  await expect.poll(() => share(frame)).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 4000));
  await frames(page, 24);
  const left = await share(frame);
  await frames(page, 28);
  expect(await share(frame)).toBe(left);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => share(frame)).not.toBe(left);
});

test('where data is to be saved she waits to be played', async ({ page, site }) => {
  const clips: string[] = [];
  page.on('request', (request) => request.url().includes('/clips/') && clips.push(request.url()));
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.goto(`${site}embed/${SLUG}/`);
  await listening(page);
  await frames(page, 20);
  expect(clips).toEqual([]);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => share(page)).toBeGreaterThan(0);
});

test('never seen, it fetches no clip', async ({ page, site, host }) => {
  const clips: string[] = [];
  page.on('request', (request) => request.url().includes('/clips/') && clips.push(request.url()));
  await page.goto(
    host.page(
      `<div style="height:5000px"></div><iframe src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`,
    ),
  );
  await listening(frameOf(page));
  await frames(page, 32);
  expect(clips).toEqual([]);
  await page.evaluate(() => scrollTo(0, 9999));
  await expect.poll(() => clips.length).toBe(1);
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('it stands, fetches no clip, and moves only for its own button', async ({
    page,
    site,
    host,
  }) => {
    const clips: string[] = [];
    page.on('request', (request) => request.url().includes('/clips/') && clips.push(request.url()));
    await page.goto(
      host.page(`<iframe src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`),
    );
    const frame = frameOf(page);
    await listening(frame);
    await page.evaluate(() =>
      document
        .querySelector('iframe')!
        .contentWindow!.postMessage({ ballerina: 1, kind: 'play' }, '*'),
    );
    await frames(page, 32);
    expect(await share(frame)).toBe(0);
    expect(clips).toEqual([]);
    await frame.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => share(frame)).toBeGreaterThan(0);
  });
});

test('a clip that does not come leaves the poster and the words', async ({
  page,
  site,
  faults,
}) => {
  await page.unroute('**/clips/*.json');
  await page.route('**/clips/*.json', (route) => route.abort());
  await page.goto(`${site}embed/${SLUG}/`);
  await listening(page);
  await frames(page, 32);
  await expect(page.locator('svg.stage__picture')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(faults.filter((fault) => fault.startsWith('error'))).toEqual([]);
  faults.length = 0;
});

test('the words of every chapter fit at every width', async ({ page, site }) => {
  for (const slug of SLUGS) {
    await page.goto(`${site}embed/${slug}/`);
    await page.evaluate(() => document.fonts.ready);
    for (const width of [280, 320, 360, 480, 559, 560, 600, 720, 879, 880, 1000, 1200]) {
      await page.setViewportSize({ width, height: 640 });
      const { height, cut } = await page.evaluate(() => ({
        height: document.querySelector('main')!.getBoundingClientRect().height,
        cut: [...document.querySelectorAll('.frame__text > *')]
          .filter((part) => getComputedStyle(part).display !== 'none')
          .filter(
            (part) =>
              part.scrollWidth > part.clientWidth + 1 ||
              part.getBoundingClientRect().right > innerWidth,
          )
          .map((part) => part.className),
      }));
      expect(height, `${slug} at ${width}`).toBe(
        width < 560 ? 640 : Math.min(600, Math.max(420, width / 2)),
      );
      expect(cut, `${slug} at ${width}`).toEqual([]);
    }
  }
});

for (const sandbox of ['allow-scripts', '']) {
  test(`with the sandbox "${sandbox}" nothing throws and the first view is whole`, async ({
    page,
    site,
    host,
    faults,
  }) => {
    await page.goto(
      host.page(
        `<iframe sandbox="${sandbox}" src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`,
      ),
    );
    const frame = frameOf(page);
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(frame.getByRole('link', { name: 'Read this chapter' })).toBeVisible();
    if (sandbox) {
      await listening(frame);
      await expect.poll(() => share(frame)).toBeGreaterThan(0);
      expect(await frame.locator('html').evaluate(() => origin)).toBe('null');
    } else {
      await expect(frame.getByRole('button')).toHaveCount(0);
      // The browser says that it blocked scripts: that is what was asked for.
      faults.length = 0;
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('poster, words and the way into the story', async ({ page, site }) => {
    await page.goto(`${site}embed/${SLUG}/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Read this chapter' })).toHaveAttribute(
      'href',
      new RegExp(`/chapters/${SLUG}/$`),
    );
    await expect(page.getByRole('link', { name: 'Read this chapter' })).toHaveAttribute(
      'target',
      '_top',
    );
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('#stage-dancer path').first()).toHaveAttribute('d', /^M/);
  });
});

test('its links open on top', async ({ page, site, host }) => {
  await page.goto(
    host.page(`<iframe src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`),
  );
  await frameOf(page).getByRole('link', { name: 'Read this chapter' }).click();
  await page.waitForURL(`${site}chapters/${SLUG}/`);
});

test('axe finds nothing in a frame, dark, light or whole', async ({ page, site, host }) => {
  for (const [path, width] of [
    [`${SLUG}/`, 320],
    [`${SLUG}/?theme=light`, 600],
    ['', 1200],
  ] as const) {
    await page.goto(
      host.page(
        `<main><h1>A post</h1><iframe title="Story" src="${site}embed/${path}" width="${width}" height="640"></iframe></main>`,
      ),
    );
    await listening(frameOf(page));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      path,
    ).toEqual([]);
  }
});
