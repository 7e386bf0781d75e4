import { frames, SLUGS } from '../story.ts';
import { expect, frameOf, heard, listening, RECORD, share, test } from './hosts.ts';

const SLUG = SLUGS[3]!;

/** Some hundred messages that nobody should obey: wrong shapes, wrong types, markup, addresses, sounds. */
const FORGE = `
function forge() {
  const kinds = ['play', 'pause', 'goTo', 'height', 'ready', 'chapter', 'link', 'sound', 'navigate', 'eval', '__proto__', 'constructor', '', null, 7, {}, []];
  const values = [undefined, null, -1, 0, 1e9, NaN, Infinity, '', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'https://elsewhere.example/', '../../', {}, []];
  const made = [null, undefined, 0, '', 'play', true, [], {}, new Date(0), new Map(), new Uint8Array(4), '{"ballerina":1,"kind":"pause"}'];
  for (const kind of kinds) for (const value of values) {
    made.push({ kind, value, chapter: value, title: value });
    made.push({ ballerina: 2, kind, value });
    made.push({ message: kind, value, secret: 'AbCdEf0123' });
    if (!['play', 'pause'].includes(kind)) made.push({ ballerina: 1, kind, value, chapter: value, title: value, html: value });
  }
  return made;
}`;

test('a frame obeys only the page around it, and only commands', async ({ page, site, host }) => {
  await page.goto(
    host.page(`<iframe id="ours" src="${site}embed/${SLUG}/" width="600" height="420"></iframe>`, {
      head: `<script>${FORGE}</script>`,
    }),
  );
  const frame = frameOf(page);
  await listening(frame);
  await expect.poll(() => share(frame)).toBeGreaterThan(0.02);
  const markup = () =>
    frame.locator('main').evaluate((main) => main.querySelector('.frame__text')!.outerHTML);
  const before = await markup();
  const sent = await page.evaluate(() => {
    const made = (window as unknown as { forge(): unknown[] }).forge();
    const target = document.querySelector<HTMLIFrameElement>('#ours')!.contentWindow!;
    for (const message of made) target.postMessage(message, '*');
    return made.length;
  });
  expect(sent).toBeGreaterThan(900);
  // Another frame of the same page is not the page: its commands, well formed, are not heard.
  await page.evaluate(() => {
    const other = document.createElement('iframe');
    other.srcdoc = `<script>for (const kind of ['pause', 'play', 'pause']) parent.frames[0].postMessage({ ballerina: 1, kind }, '*')</script>`;
    document.body.append(other);
  });
  await frames(page, 32);
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  expect(await markup()).toBe(before);
  expect(page.frames()[1]!.url()).toBe(`${site}embed/${SLUG}/`);
  expect(await frame.locator('audio, video').count()).toBe(0);
});

test('our element believes only its own frame', async ({ page, site, host }) => {
  await page.goto(
    host.page(
      `<div style="width:600px"><ballerina-story chapter="${SLUG}"><a href="${site}">Words</a></ballerina-story></div><script src="${site}embed.js"></script>`,
      { head: `<script>${RECORD}${FORGE}</script>` },
    ),
  );
  await listening(frameOf(page));
  await expect.poll(async () => (await heard(page)).length).toBe(3);
  await page.evaluate(() => {
    const made = (window as unknown as { forge(): unknown[] }).forge();
    const well = [
      { ballerina: 1, kind: 'height', value: 3000 },
      { ballerina: 1, kind: 'pause' },
      { ballerina: 1, kind: 'chapter', chapter: 'evil', title: 'Evil' },
    ];
    for (const message of [...made, ...well]) window.postMessage(message, '*');
    const other = document.createElement('iframe');
    other.srcdoc = `<script>for (const message of ${JSON.stringify(well)}) parent.postMessage(message, '*')</script>`;
    document.body.append(other);
  });
  await frames(page, 32);
  expect(await heard(page)).toEqual([
    ['ready', SLUG],
    ['chapter', SLUG],
    ['play', SLUG],
  ]);
  expect((await page.locator('ballerina-story iframe').boundingBox())!.height).toBe(420);
});

test('not in a frame, it says nothing and needs nobody', async ({ page, site }) => {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    Object.assign(window, { said });
    window.postMessage = ((message: unknown) => said.push(message)) as typeof window.postMessage;
  });
  await page.goto(`${site}embed/${SLUG}/#?secret=AbCdEf0123`);
  await listening(page);
  expect(await page.evaluate(() => (window as unknown as { said: unknown[] }).said)).toEqual([]);
});
