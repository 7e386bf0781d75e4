/** Every sentence and title of the story, shared by the story's own code and followed: the browser lands on the very words. */
import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { alive, expect, test } from './story.ts';

/** A sentence, a title, a line of what is heard; where it stands and what leads there. */
interface Shared {
  readonly words: string;
  readonly address: string;
  /** Of the elements that hold words in its part of the page: which part, and which of them. */
  readonly part: string;
  readonly index: number;
  readonly title: boolean;
}

const HOLDERS =
  'h1, h2, h3, p:not(.chapter__kicker), li, summary, dt, dd, th, td, figcaption, caption, pre';
const PARTS = '.chapter, [data-words]';

/** The page's own module, for the test to call: what a reader's selection gives. */
async function sharing(): Promise<string> {
  const bundle = await rolldown({ input: 'src/effects/sharing/selection.ts' });
  const { output } = await bundle.generate({ format: 'iife', name: 'sharing' });
  await bundle.close();
  return `${output[0].code}; window.sharing = sharing;`;
}

/** Selects one after another all that can be shared, and notes each one's address. */
async function shareAll(page: Page): Promise<readonly Shared[]> {
  await page.evaluate(await sharing());
  return page.evaluate(
    ([parts, holders]) => {
      const { selectedWords } = (
        window as unknown as { sharing: { selectedWords(): { address: string } | undefined } }
      ).sharing;
      const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
      const shared: Shared[] = [];
      for (const part of document.querySelectorAll(parts)) {
        const name = part.id ? `#${part.id}` : `.${part.classList[0]}`;
        for (const [index, holder] of part.querySelectorAll(holders).entries()) {
          if (holder.closest('.share, .replies, [aria-hidden]:not(.quote), .visually-hidden'))
            continue;
          // Where each character of its words stands.
          const places: [Text, number][] = [];
          const walk = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
          for (let node = walk.nextNode() as Text | null; node; node = walk.nextNode() as Text) {
            const host = node.parentElement!;
            if (host.closest(holders) !== holder || host.closest('.visually-hidden')) continue;
            for (let at = 0; at < node.data.length; at++) places.push([node, at]);
          }
          const text = places.map(([node, at]) => node.data[at]).join('');
          for (const { segment, index: from } of sentences.segment(text)) {
            const words = segment.trim();
            if (words.length < 3) continue;
            const first = from + segment.indexOf(words);
            const [start, startAt] = places[first]!;
            const [end, endAt] = places[first + words.length - 1]!;
            getSelection()!.setBaseAndExtent(start, startAt, end, endAt + 1);
            const address = selectedWords()?.address ?? '';
            const title = holder.matches('[data-chapter-title]');
            shared.push({ words: words.replace(/\s+/g, ' '), address, part: name, index, title });
          }
        }
      }
      getSelection()!.removeAllRanges();
      return shared;
    },
    [PARTS, HOLDERS] as const,
  );
}

/** What the browser has found, as `:target` tells: whether it lies in these words. */
function lands(page: Page, { part, index, words }: Shared): Promise<boolean> {
  return page.evaluate(
    ([selector, at, holders, text]) => {
      const target = document.querySelector(':target');
      const holder = document.querySelector(selector)!.querySelectorAll(holders)[at]!;
      const reads = (element: Element) => element.textContent.replace(/\s+/g, ' ');
      return !!target && holder.contains(target) && reads(holder).includes(text);
    },
    [part, index, HOLDERS, words] as const,
  );
}

/** Those whose addresses do not lead to their words, with these. */
async function lostOf(page: Page, shared: readonly Shared[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const one of shared) {
    let found = false;
    // Within one document a landing may be overtaken by the one before: then from an empty page, as a reader comes.
    for (const from of ['', 'about:blank']) {
      if (!one.address || found) break;
      if (from) await page.goto(from);
      await page.goto(one.address, { waitUntil: from ? 'load' : 'commit' });
      const landing = expect.poll(() => lands(page, one), { intervals: [15] });
      found = await landing.toBe(true).then(
        () => true,
        () => false,
      );
    }
    if (!found) lost.push(`${one.part}: “${one.words}” by ${one.address}`);
  }
  return lost;
}

test.setTimeout(180_000);

test('every sentence and every title is landed on by its address', async ({ page, browser }) => {
  await page.goto('/');
  await alive(page);
  const shared = await shareAll(page);
  expect(shared.length).toBeGreaterThan(200);

  // The words alone, without the script that moves things behind them: that takes five times as long.
  const context = await browser.newContext({ javaScriptEnabled: false });
  expect(await lostOf(await context.newPage(), shared)).toEqual([]);
  await context.close();
  // A title stands in the bar too, once its script is here.
  const titles = shared.filter(({ title }) => title);
  expect(await lostOf(page, titles.slice(0, 4))).toEqual([]);
});

test('whatever an article may hold is landed on: breaks, boxes, notes, tables, code, scripts', async ({
  page,
}) => {
  const path = '/kinds.html';
  const sentence = (n: number) => `Sentence number ${n} of the page`;
  const kinds = [
    `<h2>Kinds of words</h2><p>${sentence(1)},<br>after a break. Kinds of words<sup><a href="#n">1</a></sup> have notes.</p>`,
    `<p><span style="float:left">O</span>nce there was a float. <span style="display:inline-block">A box</span> stands in line.</p>`,
    `<p>A <ruby>word<rt>gloss</rt></ruby> with a gloss. So­ft hy­phens, no-break spaces and <b>bo</b>ld parts.</p>`,
    `<ul><li>${sentence(2)} in a list. <ul><li>${sentence(3)} within.</li></ul>And after it.</li></ul>`,
    `<table><caption>A caption</caption><tr><th>Head one</th><td>Cell one</td></tr><tr><th>Head two</th><td>Cell one</td></tr></table>`,
    `<dl><dt>Term one</dt><dd>What it is.</dd><dt>Term two</dt><dd>What it is.</dd></dl>`,
    `<figure><figcaption>The same words.</figcaption></figure><figure><figcaption>The same words.</figcaption></figure>`,
    `<pre>const code = 1;\nconst  more = 2;</pre>`,
    `<blockquote><p>${sentence(1)},<br>after a break.</p></blockquote><p>The same words. 1.1 of example.org.</p><details><summary>Closed words</summary><p>What is closed. The same words.</p></details>`,
  ];
  const body = `<!doctype html><html lang="en"><title>Kinds of words</title><nav>Kinds of words</nav><main>
    <section class="chapter" id="kinds">${kinds.join('\n')}
    <fieldset class="share" data-share="kinds" data-path="${path}" data-title="Kinds"><button>Share</button></fieldset></section></main>`;
  await page.route(`**${path}`, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(path);
  const shared = await shareAll(page);
  expect(shared.length).toBeGreaterThan(25);
  expect(await lostOf(page, shared)).toEqual([]);
});
