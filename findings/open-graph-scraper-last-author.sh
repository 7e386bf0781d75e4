#!/usr/bin/env bash
# open-graph-scraper 6.12.0: of two authors of an article only the last is left, and of two titles the wrong one.
#
# Seen: `article:author`, `article:tag`, `og:locale:alternate` and `book:author` given twice come back as one word,
# the last of them; `og:image` given twice comes back as a list. The Open Graph protocol calls all of them
# arrays ("article:author - profile array"), which a page writes as tags one below the other. Where one title or
# description is wanted and two are given, the protocol prefers the first ("from top to bottom"); here the last wins.
# Why it matters: a card made of this names one of two people who wrote, and nothing shows that there was
# another; pages whose theme and plugin both write tags get the lesser title. Whoever needs
# all reads the elements: `html` is in what it returns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent open-graph-scraper@6.12.0
cat >authors.mjs <<'JS'
import scrape from 'open-graph-scraper';

const tags = [
  ['og:type', 'article'],
  ['og:title', 'The Understudy'],
  ['og:title', 'The Understudy - Blog - Home'],
  ['og:image', 'https://story.example/a.png'],
  ['og:image', 'https://story.example/b.png'],
  ['og:locale:alternate', 'fr_FR'],
  ['og:locale:alternate', 'de_DE'],
  ['article:author', 'https://story.example/ana/'],
  ['article:author', 'https://story.example/bea/'],
  ['article:tag', 'ballet'],
  ['article:tag', 'film'],
];
const { result } = await scrape({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8">${tags
    .map(([name, value]) => `<meta property="${name}" content="${value}">`)
    .join('')}</head><body></body></html>`,
});
console.log(`authors: ${JSON.stringify(result.articleAuthor)}`);
console.log(`tags: ${JSON.stringify(result.articleTag)}`);
console.log(`languages: ${JSON.stringify(result.ogLocaleAlternate)}`);
console.log(`pictures: ${result.ogImage.length}`);
console.log(`title: ${result.ogTitle}`);
JS
seen=$(node authors.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'authors: "https://story.example/bea/"'
expect 'tags: "film"'
expect 'languages: "de_DE"'
expect 'pictures: 2'
expect 'title: The Understudy - Blog - Home'
