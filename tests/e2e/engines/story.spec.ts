/** What every engine has to do with the story, one list for all. */
import { readFileSync } from 'node:fs';
import { SLUGS } from '../story.ts';
import type { Engine } from './engine.ts';
import { ALIVE, expect, openStory, test, until } from './engines.ts';

test.describe.configure({ mode: 'default' });

/** A fingerprint of the stage; empty while nothing is painted. */
const PICTURE = `(() => {
  const canvas = document.querySelector('[data-painted] canvas');
  if (!canvas) return '';
  const copy = Object.assign(document.createElement('canvas'), { width: 48, height: 32 }).getContext('2d');
  copy.drawImage(canvas, 0, 0, 48, 32);
  return copy.getImageData(0, 0, 48, 32).data.join();
})()`;

/** What has come so far: a picture that waits for a file stands still too. */
const COME = `performance.getEntriesByType('resource').length + document.fonts.status`;

/** Waits until nothing comes any more and the picture stands still, then returns its fingerprint. */
async function rested(engine: Engine, frame?: number): Promise<unknown> {
  let picture: unknown = '';
  let come: unknown = '';
  let stood = 0;
  await expect
    .poll(
      async () => {
        const before = [picture, come];
        picture = await engine.run(PICTURE, frame);
        come = await engine.run(COME, frame);
        stood = picture !== '' && picture === before[0] && come === before[1] ? stood + 1 : 0;
        return stood;
      },
      { intervals: [400], timeout: 60_000 },
    )
    .toBeGreaterThan(2);
  return picture;
}

const scrollTo = (engine: Engine, top: number) =>
  engine.run(`scrollTo({ top: ${top}, behavior: 'instant' })`);

test.afterEach(({ front }) => {
  expect(front.faults()).toEqual([]);
});

test('the story opens, all chapters in order, and scrolling moves the dance', async ({
  engine,
  front,
}) => {
  await openStory(engine, front.site);
  const ids = `[...document.querySelectorAll('main section[id]')].map(({ id }) => id).join()`;
  expect(await engine.run(ids)).toBe(SLUGS.join());
  await scrollTo(engine, 2500);
  const first = await rested(engine);
  await scrollTo(engine, 3200);
  expect(await rested(engine)).not.toBe(first);
  await scrollTo(engine, 2500);
  expect(await rested(engine)).toBe(first);
});

test('a chapter’s link lands on it, and the address follows the reading', async ({
  engine,
  front,
}) => {
  await openStory(engine, `${front.site}chapters/${SLUGS[7]}/`);
  const file = readFileSync(`src/content/stories/ballerina/chapters/07-${SLUGS[7]}.md`, 'utf8');
  expect(await engine.run(`document.querySelector('h1').textContent.trim()`)).toBe(
    `Chapter 7: ${/^title: (.*)$/m.exec(file)![1]}`,
  );
  expect(await engine.run('scrollY')).toBe(0);
  await engine.press('.bar [rel="next"]');
  await until(engine, `location.pathname.endsWith('/chapters/${SLUGS[8]}/')`);
  await until(engine, `document.activeElement.matches('#${SLUGS[8]} [data-chapter-title]')`);
  expect(await engine.run(`document.querySelector('.bar__chapter').textContent`)).toBe(
    'Visual Style',
  );
});

test('back returns to the place', async ({ engine, front }) => {
  await openStory(engine, `${front.site}chapters/${SLUGS[7]}/`);
  await scrollTo(engine, 1600);
  // What was read is kept at rest, or on leaving.
  await until(engine, `document.querySelector('.progress').style.transform !== 'scaleX(0.0000)'`);
  const left = await engine.run('scrollY');
  expect(left).toBeGreaterThan(1000);
  await engine.press('.bar__mark');
  await until(engine, `document.querySelector('.cover') && scrollY === 0 && ${ALIVE}`);
  // As the button does; the drivers' own ways wait for a load that a kept page has not.
  await engine.run('history.back()');
  await until(engine, `location.pathname.includes('${SLUGS[7]}')`);
  await until(engine, `Math.abs(scrollY - ${left}) < 2 && ${ALIVE}`);
});

test('sound says its state, and nothing plays unasked', async ({ engine, front }) => {
  await openStory(engine, `${front.site}chapters/${SLUGS[1]}/`);
  const pressed = `document.querySelector('.sound__button').getAttribute('aria-checked')`;
  expect(await engine.run(pressed)).toBe('false');
  await scrollTo(engine, 900);
  const heard = `performance.getEntriesByType('resource').some(({ name }) => /\\/audio\\//.test(name))`;
  expect(await engine.run(heard)).toBe(false);
  await engine.press('.sound__button');
  await until(
    engine,
    `${pressed} === 'true' || document.querySelector('.sound__notice').textContent`,
  );
  if ((await engine.run(pressed)) === 'true') await engine.press('.sound__button');
  await until(engine, `${pressed} === 'false'`);
});

test('a chapter is shared by one press', async ({ engine, front }) => {
  await openStory(engine, `${front.site}chapters/${SLUGS[10]}/`);
  // Its script comes behind the first view; until then there is no button.
  await until(engine, `document.documentElement.matches('[data-answers-sharing]')`);
  await engine.run(
    `document.querySelector('[data-share-now]').scrollIntoView({ block: 'center', behavior: 'instant' })`,
  );
  await engine.press('[data-share-now]');
  await until(
    engine,
    `/^(Link copied|Your browser blocked copying)/.test(document.querySelector('[data-share-said]').textContent)`,
  );
});

test('in another page, by the snippet, she dances and tells the page', async ({
  engine,
  front,
}) => {
  const [site, slug] = [front.site, SLUGS[3]];
  await engine.open(
    front.page(`<body><script>
      told = [];
      for (const kind of ['ready', 'play', 'pause'])
        document.addEventListener(kind, (event) => told.push(event.type), true);
    </script>
    <script src="${site}embed.js" async></script>
    <ballerina-story chapter="${slug}"><a href="${site}chapters/${slug}/">A chapter</a></ballerina-story></body>`),
  );
  await until(engine, `told.includes('ready') && told.includes('play')`);
  const { width, height } = (await engine.run(
    `(({ width, height }) => ({ width, height }))(document.querySelector('ballerina-story').getBoundingClientRect())`,
  )) as { width: number; height: number };
  expect(width).toBeGreaterThan(600);
  expect(height).toBeGreaterThan(300);
});

test('in another page, in a sandbox, she dances', async ({ engine, front }) => {
  await engine.open(
    front.page(
      `<body><iframe sandbox="allow-scripts" src="${front.site}embed/${SLUGS[3]}/" width="600" height="420"></iframe></body>`,
    ),
  );
  await until(engine, `document.querySelector('[data-painted] canvas')`, 0);
  // Its style has come too.
  expect(await engine.run(`getComputedStyle(document.querySelector('.frame')).position`, 0)).toBe(
    'relative',
  );
});
