#!/usr/bin/env bash
# gsap 3.15.0 and @mozilla/readability 0.6.0: paragraphs that SplitText moves are gone from the reading view.
#
# Seen: SplitText says the words in an `aria-label` and hides each piece by `aria-hidden="true"`; Readability
# takes out whatever is hidden in that way, and reads no labels. Three paragraphs of six are missing, the rest
# stands as if nothing had been there, and `parse()` says nothing. The same with `aria: 'hidden'`. With
# `aria: 'none'` the words stay, each in a paragraph of its own, because pieces are <div> (with `tag: 'span'`
# they stay as they were). Paragraphs that wait for their turn by `autoAlpha: 0` are missing too: it writes
# `visibility: hidden` into their style. After `revert()` all is there.
# Why it matters: Firefox's reading view is this library, as are services that keep articles for later. What a
# page moves is what matters most in it: of a story its turning points are lost, from a text that
# looks whole. Whoever splits words reverts when the movement has ended, and moves by opacity alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent gsap@3.15.0 @mozilla/readability@0.6.0 jsdom@29.1.1
cat >split.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';

const words =
  'She turned once more under the lamp, and the whole house held its breath while the orchestra went on playing.';
const { window } = new JSDOM(
  `<!doctype html><title>The Understudy</title><article><h1>The Understudy</h1>${`<p class="moved">${words}</p><p>${words}</p>`.repeat(3)}</article>`,
  { pretendToBeVisual: true, url: 'https://story.example/' },
);
const { document } = window;
window.matchMedia ??= () => ({ matches: false, addListener() {} });
Object.assign(globalThis, {
  window,
  document,
  Element: window.Element,
  getComputedStyle: window.getComputedStyle.bind(window),
});
const { gsap } = await import('gsap');
const { SplitText } = await import('gsap/SplitText.js');
gsap.registerPlugin(SplitText);

function read(name) {
  const { content } = new Readability(document.cloneNode(true)).parse();
  const page = new JSDOM(content).window.document;
  const kept = page.body.textContent.match(/turned/g).length;
  console.log(`${name}: ${kept} of 6, ${page.querySelectorAll('p').length} paragraphs`);
}

read('before');
for (const more of [{}, { aria: 'hidden' }, { aria: 'none' }, { aria: 'none', tag: 'span' }]) {
  const split = new SplitText('.moved', { type: 'words', ...more });
  read(JSON.stringify(more));
  split.revert();
}
read('reverted');
gsap.set('.moved', { autoAlpha: 0 });
read('autoAlpha');
process.exit();
JS
seen=$(node split.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'before: 6 of 6, 6 paragraphs'
expect '{}: 3 of 6, 3 paragraphs'
expect '{"aria":"hidden"}: 3 of 6, 3 paragraphs'
expect '{"aria":"none"}: 6 of 6, 69 paragraphs'
expect '{"aria":"none","tag":"span"}: 6 of 6, 6 paragraphs'
expect 'reverted: 6 of 6, 6 paragraphs'
expect 'autoAlpha: 3 of 6, 3 paragraphs'
