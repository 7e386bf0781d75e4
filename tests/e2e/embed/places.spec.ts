/** Where and how other people put it: layouts, markup, optimisers, policies, old browsers, sandboxes, paper. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SLUGS } from '../story.ts';
import { expect, frameOf, listening, share, test } from './hosts.ts';

const SLUG = SLUGS[3]!;
const story = (site: string, attributes = `chapter="${SLUG}"`) =>
  `<ballerina-story ${attributes}><a href="${site}chapters/${SLUG}/">The words of the link</a></ballerina-story>`;
const script = (site: string) => `<script async src="${site}embed.js"></script>`;
const source = async (site: string) => (await fetch(`${site}embed.js`)).text();
/** Text of a file for a `<script>` within markup. */
const inlined = (code: string) => code.replaceAll('</script', '<\\/script');

const WORDS = 'She walks the same violent ground as he does, and '.repeat(4);
const LAYOUTS: Readonly<Record<string, (it: string) => string>> = {
  'a flex row': (it) => `<div style="display:flex"><figure>${it}</figure></div>`,
  'a flex row beside words': (it) =>
    `<div style="display:flex"><figure>${it}</figure><p>${WORDS}</p></div>`,
  'a centred flex column': (it) =>
    `<div style="display:flex;flex-direction:column;align-items:center"><div>${it}</div></div>`,
  'a fit-content column': (it) => `<div style="width:fit-content">${it}</div>`,
  'a figure as narrow as its caption': (it) =>
    `<figure style="width:min-content">${it}<figcaption>A caption</figcaption></figure>`,
  'a table': (it) => `<table><tr><td>${it}</td></tr></table>`,
  'a figure as a table': (it) => `<figure style="display:table">${it}</figure>`,
  'a grid': (it) =>
    `<div style="display:grid;grid-template-columns:auto 1fr"><div>${it}</div><p>Words</p></div>`,
  'a grid that centres': (it) =>
    `<div style="display:grid;place-items:center"><div>${it}</div></div>`,
  'a float': (it) => `<div style="float:left">${it}</div><br style="clear:both">`,
  'an inline-block': (it) => `<div style="display:inline-block">${it}</div>`,
  'a place of its own': (it) =>
    `<div style="position:relative;height:700px"><div style="position:absolute">${it}</div></div>`,
  'a vertical page': (it) => `<div style="writing-mode:vertical-rl">${it}</div>`,
};

/** Layouts in which something else wants the room too. */
const SHARED = ['a grid', 'a flex row beside words', 'a figure as narrow as its caption'];

for (const [width, least] of [
  [1200, 280],
  [390, 170],
] as const) {
  test(`at ${width} px it has a width in every layout, and nothing is wider than the window`, async ({
    page,
    site,
    host,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.route('**/embed/*/', () => {});
    const rooms = Object.entries(LAYOUTS).map(
      ([name, around]) => `<section data-name="${name}">${around(story(site))}</section>`,
    );
    await page.goto(
      host.page(rooms.join('') + script(site), {
        head: '<style>body,figure,p{margin:0}</style>',
      }),
      { waitUntil: 'domcontentloaded' },
    );
    await page.waitForFunction(() => customElements.get('ballerina-story'));
    const found = await page.locator('section').evaluateAll((all) =>
      all.map((section) => {
        const { width, height } = section.querySelector('ballerina-story')!.getBoundingClientRect();
        return { name: (section as HTMLElement).dataset['name'], width, height };
      }),
    );
    // As a plain frame, or the column. Before any has loaded: none has told a height of its own.
    const alone = Math.min(600, width - 6);
    for (const { name, width, height } of found) {
      expect(width, name).toBeGreaterThanOrEqual(SHARED.includes(name!) ? least : alone);
      const usual = width < 560 ? 640 : Math.min(600, Math.max(420, width / 2));
      expect(Math.abs(height - usual), name).toBeLessThan(1);
    }
    expect(found).toHaveLength(rooms.length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

const LACKS: Readonly<Record<string, string>> = {
  'no adopted sheets': 'delete ShadowRoot.prototype.adoptedStyleSheets',
  'no constructed sheets': 'window.CSSStyleSheet = function () { throw new TypeError() }',
  'no sheets at all':
    'delete ShadowRoot.prototype.adoptedStyleSheets; Object.defineProperty(HTMLStyleElement.prototype, "sheet", { get: () => null })',
  'no custom elements': 'delete window.customElements',
  'no shadow roots': 'Element.prototype.attachShadow = undefined',
  'shadow roots that throw': 'Element.prototype.attachShadow = () => { throw new Error() }',
  'no observers':
    'delete window.IntersectionObserver; delete window.ResizeObserver; delete Element.prototype.attachInternals',
  'observers that throw': 'window.IntersectionObserver = function () { throw new Error() }',
  'a document that does not know its script':
    'Object.defineProperty(document, "currentScript", { get: () => null })',
};

test('whatever a browser lacks, the link is there until the scene is, and no error', async ({
  page,
  site,
  host,
}) => {
  const address = (lack: string) =>
    host.page(`${story(site)}<script src="${site}embed.js"></script><p id="end">End</p>`, {
      head: `<script>${lack}</script>`,
    });
  await page.route('**/embed/*/', () => {});
  for (const [name, lack] of Object.entries(LACKS)) {
    await page.goto(address(lack), { waitUntil: 'domcontentloaded' });
    await expect(page.locator('#end'), name).toBeVisible();
    await expect(page.getByRole('link', { name: 'The words of the link' }), name).toBeVisible();
  }
});

test('a tag that is not closed hides nothing but its link', async ({ page, site, host }) => {
  const rest =
    '<p id="rest">The rest of the article, with <a href="https://other.example/">a link</a>.</p>';
  for (const [name, markup] of [
    ['as if it closed itself', () => `<ballerina-story chapter="${SLUG}"/>${rest}`],
    ['never closed', (site: string) => story(site).replace('</ballerina-story>', '') + rest],
    [
      'in paragraphs of an editor',
      (site: string) =>
        `<ballerina-story chapter="${SLUG}"><p><a href="${site}chapters/${SLUG}/">The words of the link</a><br></p>${rest}`,
    ],
    ['two of them', (site: string) => `<ballerina-story chapter="${SLUG}"/>${rest}${story(site)}`],
  ] as const) {
    await test.step(name, async () => {
      await page.goto(host.page(markup(site) + script(site)));
      await expect(page.locator('iframe').first()).toBeVisible();
      await expect(page.locator('#rest')).toBeVisible();
      await expect(page.getByRole('link', { name: 'a link', exact: true })).toBeVisible();
      await expect(page.getByText('The words of the link')).toBeHidden();
      // It stands below the scene, not in it.
      const [frame, words] = await Promise.all([
        page.locator('iframe').first().boundingBox(),
        page.locator('#rest').boundingBox(),
      ]);
      expect(words!.y).toBeGreaterThanOrEqual(frame!.y + frame!.height);
    });
  }
});

test('the link names the site where the script is not the site’s own', async ({
  page,
  site,
  host,
}) => {
  const code = await source(site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [name, put] of [
    ['is the blog’s copy', () => '<script async src="/copy.js?ver=6.7"></script>'],
    ['is deferred', () => '<script defer src="/copy.js"></script>'],
    ['is a module', () => '<script type="module" src="/copy.js"></script>'],
    ['is joined to others', () => '<script src="/joined.js"></script>'],
    ['is written into the page', (code: string) => `<script>${inlined(code)}</script>`],
    [
      'is an address of data',
      (code: string) =>
        `<script src="data:text/javascript;base64,${Buffer.from(code).toString('base64')}"></script>`,
    ],
  ] as const) {
    await test.step(name, async () => {
      asked.length = 0;
      await page.goto(
        host.page(story(site) + put(code), {
          files: { 'copy.js': code, 'joined.js': `var a = function () {}\n${code}` },
        }),
      );
      await expect(page.locator('iframe')).toHaveAttribute('src', `${site}embed/${SLUG}/`);
      await expect(page.locator('iframe')).toBeVisible();
      expect(asked.filter((url) => url.includes('127.0.0.1') && url.includes('embed/'))).toEqual(
        [],
      );
    });
  }
});

test('the link inside is another’s: what does not answer is left', async ({
  page,
  site,
  host,
  faults,
}) => {
  await page.goto(
    host.page(
      `<ballerina-story chapter="${SLUG}"><a href="/about/">About</a></ballerina-story>${script(site)}`,
    ),
  );
  await expect(page.locator('iframe')).toHaveAttribute('src', `${site}embed/${SLUG}/`);
  await expect(page.locator('iframe')).toBeVisible();
  // The browser tells of the address that was not there.
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  faults.length = 0;
});

test('it dances on a page that asks for isolation', async ({ page, site, host }) => {
  for (const policy of ['require-corp', 'credentialless']) {
    await page.goto(
      host.page(
        `${story(site)}<iframe sandbox="allow-scripts" src="${site}embed/" width="600" height="420"></iframe>${script(site)}`,
        {
          headers: {
            'Cross-Origin-Embedder-Policy': policy,
            'Cross-Origin-Opener-Policy': 'same-origin',
          },
        },
      ),
    );
    for (const index of [0, 1]) {
      await listening(frameOf(page, index));
      await expect.poll(() => share(frameOf(page, index))).toBeGreaterThan(0);
    }
  }
});

test('a frame of a fixed, small size fits it', async ({ page, site, host }) => {
  const sizes = [
    [560, 315],
    [360, 202],
    [300, 150],
    [320, 180],
    [480, 270],
    [640, 360],
    [320, 480],
    [300, 400],
    [360, 360],
  ] as const;
  await page.goto(host.page(`<iframe scrolling="no" src="${site}embed/${SLUG}/"></iframe>`));
  const frame = frameOf(page);
  await listening(frame);
  for (const [width, height] of sizes) {
    await page.locator('iframe').evaluate(
      (it, [width, height]) => {
        it.style.cssText = `width:${width}px;height:${height}px;border:0`;
      },
      [width, height],
    );
    await frame.locator('main').evaluate(
      (_, size) =>
        new Promise<void>((done) => {
          const look = () =>
            `${innerWidth} ${innerHeight}` === size ? done() : requestAnimationFrame(look);
          look();
        }),
      `${width} ${height}`,
    );
    const found = await frame.locator('main').evaluate((main) => {
      const box = (part: string) => main.querySelector(part)!.getBoundingClientRect();
      const outside = ['[data-play]', '[data-place]', 'h1', '.frame__read a'].filter((part) => {
        const { top, left, right, bottom } = box(part);
        return top < 0 || left < 0 || right > innerWidth || bottom > innerHeight;
      });
      const [link, controls] = [box('.frame__read a'), box('[data-controls]')];
      const clear =
        link.bottom <= controls.top || link.right <= controls.left || link.top >= controls.bottom;
      return { outside, clear, wanted: main.getBoundingClientRect().height };
    });
    // It still asks for the height that it would like.
    const wanted = width < 560 ? 640 : 420;
    expect(found, `${width} x ${height}`).toEqual({ outside: [], clear: true, wanted });
  }
});

test('from the first to the last moment of its opening there is a picture', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const empty: string[] = [];
    Object.assign(window, { empty });
    const look = () => {
      requestAnimationFrame(look);
      const picture = document.querySelector('svg.stage__picture');
      if (!picture) return;
      const canvas = document.querySelector('canvas.stage__canvas');
      const poster = getComputedStyle(picture).visibility;
      const dance = canvas && getComputedStyle(canvas).opacity;
      if (poster !== 'visible' && Number(dance) < 1) empty.push(`${poster} ${dance}`);
    };
    look();
  });
  await page.goto(`${site}embed/${SLUG}/`);
  await expect(page.locator('svg.stage__picture')).toBeHidden();
  expect(await page.evaluate(() => (window as unknown as { empty: string[] }).empty)).toEqual([]);
});

test('it is shown and obeys in files, data, pages within pages and sandboxes', async ({
  page,
  site,
  host,
}, info) => {
  const post = (site: string) =>
    `<!doctype html><meta charset="utf-8"><title>A blog</title>${story(site)}${script(site)}`;
  const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  for (const [name, open] of [
    [
      'a file',
      async ({ site, file }: Ways) => {
        writeFileSync(file, post(site));
        return pathToFileURL(file).href;
      },
    ],
    [
      'an address of data',
      async ({ site, page }: Ways) =>
        page(`<iframe src="data:text/html,${encodeURIComponent(post(site))}"></iframe>`),
    ],
    [
      'a page within a page',
      async ({ site, page }: Ways) => page(`<iframe srcdoc="${escaped(post(site))}"></iframe>`),
    ],
    [
      'a sandboxed page',
      async ({ site, page }: Ways) =>
        page(`<iframe sandbox="allow-scripts" srcdoc="${escaped(post(site))}"></iframe>`),
    ],
    [
      'a sandboxed address of data',
      async ({ site, page }: Ways) =>
        page(
          `<iframe sandbox="allow-scripts" src="data:text/html,${encodeURIComponent(post(site))}"></iframe>`,
        ),
    ],
    [
      'a page made by a script',
      async ({ site, page }: Ways) =>
        page(
          `<iframe></iframe><script>document.querySelector('iframe').src = URL.createObjectURL(new Blob([${inlined(JSON.stringify(post(site)))}], { type: 'text/html' }))</script>`,
        ),
    ],
  ] as const) {
    await test.step(name, async () => {
      const address = await open({ site, file: info.outputPath('page.html'), page: host.page });
      await page.goto(address);
      const around = address.startsWith('http') ? page.locator('iframe').contentFrame() : page;
      const element = around.locator('ballerina-story');
      await expect(element.locator('iframe')).toBeVisible();
      await listening(element.locator('iframe').contentFrame());
      await element.evaluate((it: HTMLElementTagNameMap['ballerina-story']) => it.pause());
      await expect(
        element.locator('iframe').contentFrame().getByRole('button', { name: 'Play' }),
      ).toBeVisible();
    });
  }
});

interface Ways {
  readonly site: string;
  readonly file: string;
  readonly page: (body: string) => string;
}

test('properties count, set before the script or after it', async ({ page, site, host }) => {
  await page.goto(
    host.page(
      `<ballerina-story><a href="${site}">The story</a></ballerina-story><script>
        const it = document.querySelector('ballerina-story');
        Object.assign(it, { chapter: '${SLUG}', theme: 'light', lang: 'de', title: 'A name', playing: 'no' });
      </script><script src="${site}embed.js"></script>`,
    ),
  );
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('src', `${site}embed/${SLUG}/?theme=light&lang=de`);
  await expect(frame).toHaveAttribute('title', 'A name');
  const element = page.locator('ballerina-story');
  expect(await element.evaluate((it) => (it as { playing?: unknown }).playing)).not.toBe('no');
  await element.evaluate((it, slug) => {
    Object.assign(it, { chapter: slug, theme: null, lang: 'fr', title: 'Another' });
  }, SLUGS[7]!);
  await expect(frame).toHaveAttribute('src', `${site}embed/${SLUGS[7]}/?lang=fr`);
  await expect(frame).toHaveAttribute('title', 'Another');
});

test('what was asked of it before it came near is done when it has', async ({
  page,
  site,
  host,
}) => {
  await page.goto(
    host.page(
      `<div style="height:4000px"></div><ballerina-story><a href="${site}">The story</a></ballerina-story><script src="${site}embed.js"></script>`,
    ),
  );
  const element = page.locator('ballerina-story');
  await element.evaluate(
    (it: HTMLElementTagNameMap['ballerina-story'], slug) => it.goTo(slug),
    SLUGS[7]!,
  );
  await element.scrollIntoViewIfNeeded();
  await expect(frameOf(page).locator('[data-chapter-line]')).toContainText('Training');
});

test.describe('on paper', () => {
  test('a poster and the link, whether it had loaded or not', async ({ page, site, host }) => {
    const cards: string[] = [];
    page.on(
      'requestfinished',
      (request) => request.url().includes('/og/') && cards.push(request.url()),
    );
    await page.goto(
      host.page(
        `${story(site)}<div style="height:6000px"></div>${story(site, `chapter="${SLUGS[5]}" theme="light"`)}${script(site)}`,
      ),
    );
    await expect(page.locator('iframe')).toBeVisible();
    expect(cards).toEqual([]);
    const paper = (await page.pdf()).toString('latin1');
    // The browser waits for both.
    expect(cards.sort()).toEqual([SLUG, SLUGS[5]].map((slug) => `${site}og/${slug}.png`).sort());
    expect(paper.match(/\/Subtype\s*\/Image/g)?.length).toBeGreaterThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    for (const index of [0, 1]) {
      const element = page.locator('ballerina-story').nth(index);
      await expect(element.locator('img')).toBeVisible();
      await expect(element.getByRole('link')).toBeVisible();
      expect((await element.boundingBox())!.height).toBeLessThan(420);
    }
    await expect(page.locator('iframe')).toBeHidden();
  });

  for (const width of [320, 640]) {
    test(`a plain frame, ${width} px wide`, async ({ page, site, host }) => {
      await page.goto(
        host.page(`<iframe src="${site}embed/${SLUG}/" width="${width}" height="640"></iframe>`),
      );
      const frame = frameOf(page);
      await expect.poll(() => share(frame)).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      await expect(frame.locator('svg.stage__picture')).toBeVisible();
      for (const hidden of ['canvas', '[data-controls]'])
        await expect(frame.locator(hidden)).toBeHidden();
      await expect(frame.getByRole('link', { name: 'Read this chapter' })).toBeVisible();
      const [colour, apart] = await frame.locator('h1').evaluate((heading) => {
        const words = heading.parentElement!.getBoundingClientRect();
        const scene = document.querySelector('[data-scene]')!.getBoundingClientRect();
        return [
          getComputedStyle(heading).color,
          words.right <= scene.left || words.top >= scene.bottom,
        ];
      });
      expect([colour, apart]).toEqual(['rgb(0, 0, 0)', true]);
    });
  }
});

test('words that do not come leave the page’s own', async ({ page, site, faults }) => {
  await page.route('**/wording/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto(`${site}embed/${SLUG}/?lang=de`);
  await listening(page);
  await expect(page.getByRole('link', { name: 'Read this chapter' })).toBeVisible();
  expect(faults.filter((fault) => fault.startsWith('error'))).toEqual([]);
  faults.length = 0;
});

test('its policy holds once its first script has run: nothing comes from elsewhere', async ({
  page,
  site,
  host,
  faults,
}) => {
  const elsewhere = host.page('');
  await page.goto(`${site}embed/${SLUG}/`);
  await listening(page);
  const answers = await page.evaluate(async (address) => {
    const inline = document.createElement('script');
    inline.append('window.ran = true');
    document.body.append(inline);
    const came = await fetch(address, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    return [came, 'ran' in window];
  }, elsewhere);
  expect(answers).toEqual([false, false]);
  faults.length = 0;
});
