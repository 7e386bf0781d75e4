#!/usr/bin/env bash
# rehype-remark 10.0.1, remark-gfm 4.0.1, remark-stringify 11.0.0: words struck one after the other come out with
# "~~~~" between them, and code with "``".
#
# Seen: <del>fell</del><del>, twice</del> becomes `~~fell~~~~, twice~~`, which GFM reads as one struck run with four
# tildes for the reader to see; <code>a</code><code>b</code> becomes `a``b`, one piece of code with two ticks. Two
# emphases or two strong runs do not suffer: the printer takes `*` and `_` in turn for them. micromark, the parser of
# the same family, and Satteri, which Astro uses, read the file alike, and no message comes.
# Why it matters: editors cut a struck sentence into runs where it was touched twice or where a link begins.
# After a move to Markdown signs stand in the prose that nobody wrote, in the few places where something was
# struck. Whoever converts joins runs of one kind that touch before printing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1 \
  remark-gfm@4.0.1 remark-stringify@11.0.0 micromark@4.0.3 micromark-extension-gfm@3.0.0 satteri@0.10.5
cat >struck.mjs <<'JS'
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';

const convert = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify);
for (const html of [
  '<p>She <em>fell</em><em>, twice</em>.</p>',
  '<p>She <strong>fell</strong><strong>, twice</strong>.</p>',
  '<p>She <del>fell</del><del>, twice</del>.</p>',
  '<p>She <s>fell</s><del>, twice</del>.</p>',
  '<p>Say <code>npm</code><code>start</code>.</p>',
]) {
  const markdown = String(await convert.process(html));
  const [one, other] = [
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
    markdownToHtml(markdown, { features: { gfm: true } }).html,
  ].map((read) => read.trim());
  console.log(`${markdown.trim()} → ${one}${one === other ? '' : ` or ${other}`}`);
}
JS
seen=$(node struck.mjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect '→ <p>She <em>fell</em><em>, twice</em>.</p>'
expect '→ <p>She <strong>fell</strong><strong>, twice</strong>.</p>'
expect 'She ~~fell~~~~, twice~~. → <p>She <del>fell~~~~, twice</del>.</p>'
expect 'Say `npm``start`. → <p>Say <code>npm``start</code>.</p>'
