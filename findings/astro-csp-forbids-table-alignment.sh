#!/usr/bin/env bash
# astro 7.3.4 with `security: { csp: true }`: the policy that Astro writes forbids what its own Markdown writes.
#
# Seen: columns of a Markdown table that are aligned (`--:`) come out as `style="text-align: right"` on
# each cell; the page's own `<meta http-equiv="content-security-policy">` says `style-src 'self'`, with no
# hash for them. Chromium 156 refuses each of these attributes with a line in its console, and numbers that
# were to stand at the right stand at the left. The build says nothing.
# Reading of it: hashes hold for attributes only beside 'unsafe-hashes' (CSP3, 8.3), which is not there. With
# remark, the reader before, cells had `align="right"`, which no policy touches (shown below by remark-gfm):
# the change to Satteri as reader brought this with it.
# Why it matters: a site that turns the policy on loses the look of its tables and gets as many reports as
# it has cells. Either a plugin that turns the attribute into a class, or remark.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent astro@7.3.4 remark@15.0.1 remark-gfm@4.0.1 remark-html@16.0.1
cat >astro.config.mjs <<'JS'
export default { security: { csp: true } };
JS
mkdir -p src/pages
cat >src/pages/index.md <<'MD'
| step | times |
| :-- | --: |
| fouettés | 32 |
MD
ASTRO_TELEMETRY_DISABLED=1 npx astro build --silent
page=$(cat dist/index.html)
policy=$(grep -o "style-src[^;]*" <<<"$page")
cells=$(grep -c 'style="text-align: right"' <<<"$page")
before=$(node --input-type=module -e "
import { readFileSync } from 'node:fs';
import { remark } from 'remark';
import gfm from 'remark-gfm';
import html from 'remark-html';
console.log(String(await remark().use(gfm).use(html).process(readFileSync('src/pages/index.md'))));
" | grep -c 'align="right"')
echo "policy: $policy; cells with a style of their own: $cells; with align by remark: $before"
[[ $cells == 2 && $before == 2 ]] || { echo 'changed: how columns are aligned' >&2; exit 1; }
[[ $policy != *unsafe* ]] || { echo 'changed: what the policy allows' >&2; exit 1; }
