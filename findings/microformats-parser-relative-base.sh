#!/usr/bin/env bash
# microformats-parser 2.0.6: a page with a relative `<base href>` cannot be read at all.
#
# Seen: `mf2(html, { baseUrl })` throws "Invalid URL" for `<base href="/">`, also where the page holds no
# microformat; with no base, an absolute one, or one that only has a `target`, the same page is read. The text
# of `base` is taken as it stands instead of being resolved against `baseUrl`.
# Why it matters: HTML lets a base be relative (4.2.3: it is resolved against the document's address), and
# many programs write `<base href="/">` into every page. A receiver of webmentions then fails on whole blogs
# and not on single posts. Whoever receives settles the base before: resolve it, take its `href` away, and
# hand the result over as `baseUrl`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent microformats-parser@2.0.6
cat >base.mjs <<'JS'
import { mf2 } from 'microformats-parser';

const post = '<div class="h-entry"><a class="u-url" href="first-night/">First night</a></div>';
const read = (html) => mf2(html, { baseUrl: 'https://blog.example/notes/' }).items;
for (const base of ['', '<base target="_top">', '<base href="https://blog.example/2026/">', '<base href="/">']) {
  try {
    console.log(`${base || 'none'}: ${read(base + post)[0].properties.url}`);
  } catch (error) {
    console.log(`${base}: ${error.name}: ${error.message}`);
  }
}
try {
  console.log(`nothing to read: ${read('<base href="/"><p>First night</p>').length}`);
} catch (error) {
  console.log(`nothing to read: ${error.message}`);
}
JS
seen=$(node base.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'none: https://blog.example/notes/first-night/'
expect '<base target="_top">: https://blog.example/notes/first-night/'
expect '<base href="https://blog.example/2026/">: https://blog.example/2026/first-night/'
expect '<base href="/">: TypeError: Invalid URL'
expect 'nothing to read: Invalid URL'
