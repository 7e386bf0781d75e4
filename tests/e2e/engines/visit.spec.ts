/** A whole visit, and every request of it: none leaves the site, and each is of a kind that is known. */
import { SLUGS } from '../story.ts';
import { expect, openStory, test, until } from './engines.ts';

/** By what they are for; those behind the line come or not, as the browser has it. */
const KINDS: Readonly<Record<string, RegExp>> = {
  pages: /^\/$|^\/(chapters|embed)\/[a-z-]+\/$/,
  scripts: /^\/_astro\/[\w.-]+\.js$/,
  letters: /^\/_astro\/fonts\/\w+\.woff2$/,
  dances: /^\/clips\/[a-z-]+\.json$/,
  'written music': /^\/scores\/[a-z0-9-]+\.json$/,
  'the embed\u2019s script': /^\/embed\.js$/,
};
const PERHAPS: Readonly<Record<string, RegExp>> = {
  music: /^\/audio\/(sfx\/)?[\w-]+(\.\w+)+$/,
  'stills of dances': /^\/(stills|posters)\/[a-z-]+\.(json|svg)$/,
  replies: /^\/replies\/[a-z-]+\.json$/,
  'cards of the playbill': /^\/og\/[a-z-]+\.png$/,
  'what a worker keeps': /^\/(la-doublure\/)?(offline\.js|offline\/)?$/,
  icons: /^\/(favicon\.ico|icon\.svg|icons\/[\w-]+\.png|site\.webmanifest)$/,
};

test.afterEach(({ front }) => {
  expect(front.faults()).toEqual([]);
});

test('a whole visit asks this site and no other', async ({ engine, front }) => {
  front.requests.clear();
  const asked = (file: string) =>
    expect.poll(() => front.requests.has(file), { message: file, timeout: 60_000 }).toBe(true);
  await openStory(engine, front.site);
  const pressed = `document.querySelector('.sound__button').getAttribute('aria-checked') === 'true'`;
  await engine.press('.sound__button');
  await until(engine, `${pressed} || document.querySelector('.sound__notice').textContent`);
  for (const slug of SLUGS) {
    await engine.run(`document.getElementById('${slug}').scrollIntoView({ behavior: 'instant' })`);
    await asked(`/clips/${slug}.json`);
  }
  await engine.run(`scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })`);
  await engine.open(
    front.page(
      `<body><script>document.addEventListener('play', () => { plays = true; }, true);</script><script src="${front.site}embed.js" async></script><ballerina-story chapter="${SLUGS[3]}"><a href="${front.site}chapters/${SLUGS[3]}/">A chapter</a></ballerina-story></body>`,
    ),
  );
  await asked(`/embed/${SLUGS[3]}/`);
  await until(engine, `window.plays`);

  const paths = [...front.requests].sort();
  await test.info().attach('requests', { body: paths.join('\n'), contentType: 'text/plain' });
  const known = Object.entries({ ...KINDS, ...PERHAPS });
  expect(paths.filter((path) => !known.some(([, kind]) => kind.test(path)))).toEqual([]);
  expect(
    Object.entries(KINDS).filter(([, kind]) => !paths.some((path) => kind.test(path))),
  ).toEqual([]);
});

test('a story is kept for where there is no network', async ({ engine, baseURL }) => {
  // Not behind the front, which changes pages: what is not of the build is not kept.
  await openStory(engine, baseURL!);
  await engine.run(
    `void (async () => { while (!(window.kept > ${SLUGS.length})) { const [name = 'none'] = (await caches.keys()).filter((one) => one.startsWith('story-kept')); window.kept = (await (await caches.open(name)).keys()).filter(({ url }) => /clips|chapters/.test(url)).length; await new Promise((wake) => setTimeout(wake, 300)); } })()`,
  );
  await until(engine, `window.kept > ${SLUGS.length}`);
});
