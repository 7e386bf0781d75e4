#!/usr/bin/env bash
# @astrojs/rss 4.0.19: what stands in `customData` is parsed and printed again, and words that look like
# numbers come out as numbers.
#
# Seen: in <copyright>007</copyright> the feed says 7; a take numbered 1.10 is 1.1; " 4 " loses its spaces.
# The item's own `title` and `description` keep the same words. A number too long for a double stays.
# Why it matters: extensions of feeds carry numbers that are names (episode 007, version 1.10, a
# postal code). A reader gets another name than the author wrote, and nothing warns. Whoever writes such
# fields needs another printer of XML, or has to check what comes out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @astrojs/rss@4.0.19
cat >feed.mjs <<'JS'
import { getRssString } from '@astrojs/rss';

console.log(
  await getRssString({
    title: 'Reels',
    description: 'Notes on takes',
    site: 'https://example.org',
    customData: '<copyright>007</copyright>',
    items: [
      {
        title: '007',
        description: '1.10',
        link: '/a/',
        pubDate: new Date('2026-11-22T00:00:00Z'),
        customData: '<category>1.10</category><comments> 4 </comments><source>12345678901234567890</source>',
      },
    ],
  }),
);
JS
feed=$(node feed.mjs)
echo "$feed"
expect() {
  case "$feed" in
    *"$1"*) echo "seen: $1" ;;
    *) echo "changed: no $1" >&2; exit 1 ;;
  esac
}
expect '<copyright>7</copyright>'
expect '<category>1.1</category>'
expect '<comments>4</comments>'
expect '<source>12345678901234567890</source>'
expect '<title>007</title>'
expect '<description>1.10</description>'
