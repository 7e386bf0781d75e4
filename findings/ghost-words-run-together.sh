#!/usr/bin/env bash
# @tryghost/kg-html-to-lexical 1.4.0: HTML that comes into Ghost loses the spaces between words.
#
# Seen: the space before and after <small>, <font>, <dfn>, <bdi> and <mark> is gone ("onetwothree"), also in
# headings, whose ids then say it too; paragraphs of one list item ("firstsecond"), terms and their
# meanings, a list in a quotation and who was quoted are glued. <em>, <span>, <kbd> keep their spaces. Nothing
# warns, and the post that Ghost shows has these words (its own renderer is asked below).
# Reading of it: Ghost keeps Lexical at 0.13.1, which takes what is not in its list of inline names for blocks,
# and trims the words beside them; later versions of Lexical know <mark>. Blocks within items and quotations
# are unwrapped with nothing between.
# Why it matters: posts sent to Ghost as HTML (its Admin API, its migration tools) pass through here. That
# markup goes is known and said; that words merge is not. Old posts of Blogger hold <font>, Markdown's loose lists
# paragraphs in items, and no search for the words finds such a post any more. Whoever sends HTML turns these
# elements into <span> and paragraphs of items into line breaks before, or sends an HTML card.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @tryghost/kg-html-to-lexical@1.4.0 \
  @tryghost/kg-lexical-html-renderer@1.5.1 @tryghost/kg-default-nodes@2.2.1
cat >words.cjs <<'JS'
const { DEFAULT_NODES } = require('@tryghost/kg-default-nodes');
const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');
const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer');

const renderer = new LexicalHTMLRenderer({ nodes: DEFAULT_NODES });
async function shown() {
  for (const html of [
    '<p>one <em>two</em> three</p>',
    '<p>one <span>two</span> three</p>',
    '<p>one <small>two</small> three</p>',
    '<p>one <font color="red">two</font> three</p>',
    '<h2>one <mark>two</mark> three</h2>',
    '<ul><li><p>first</p><p>second</p></li></ul>',
    '<blockquote><p>said</p><footer>her</footer></blockquote>',
    '<dl><dt>plié</dt><dd>bent</dd></dl>',
  ])
    console.log(`${html} → ${await renderer.render(JSON.stringify(htmlToLexical(html)))}`);
  process.exit();
}
shown();
JS
seen=$(node words.cjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect '→ <p>one <em>two</em> three</p>'
expect '<p>one <span>two</span> three</p> → <p>one two three</p>'
expect '</small> three</p> → <p>onetwothree</p>'
expect '</font> three</p> → <p>onetwothree</p>'
expect '→ <h2 id="onetwothree">onetwothree</h2>'
expect '→ <ul><li>firstsecond</li></ul>'
expect '→ <blockquote>saidher</blockquote>'
expect '→ <p>pliébent</p>'
