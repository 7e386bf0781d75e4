#!/usr/bin/env bash
# culori 4.0.2: a gray that is written in one kind of space has a hue in another, and mixes through green.
#
# Seen: half way from `lab(50% 0 0)` to blue in Oklch is #007e85, a teal; from #777777, the same gray to the eye, it
# is #3660bf, a blue. The gray comes over with a chroma of 0.00000001 and a hue of 129.6, left by rounding, and that
# hue is mixed in half, also where the hue was said to be `none`. So it is in HSL, and from `oklab()` in LCH; grays
# of RGB, and grays that stay in their family, have none. `formatHex` shows one gray for all. CSS has it otherwise
# (Color 4, powerless components: who has next to no chroma has no hue, and takes the other color's): Chromium 156
# mixes hue 264.05 by `color-mix(in oklch, ...)` from each of them.
# Why it matters: Lab and LCH are what design tools and print hand grays over in, and ramps from a gray to an accent are a
# use of such a library. The page says `color-mix()` and shows blue, the chart drawn by the library is teal in the
# middle, and both call it the same mix. Whoever mixes takes the hue away below a chroma of some 0.00001.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent culori@4.0.2
cat >mix.mjs <<'JS'
import { converter, formatHex, interpolate } from 'culori';

for (const [space, ...grays] of [
  ['oklch', '#777777', 'oklab(56.9% 0 0)', 'lab(50% 0 0)', 'lch(50% 0 none)'],
  ['hsl', '#777777', 'lab(50% 0 0)'],
  ['lch', '#777777', 'oklab(56.9% 0 0)'],
]) {
  for (const gray of grays) {
    const { h } = converter(space)(gray);
    const half = formatHex(interpolate([gray, 'blue'], space)(0.5));
    console.log(`${space}: ${gray} is ${formatHex(gray)}, hue ${h?.toFixed(0) ?? 'none'}, half way ${half}`);
  }
}
JS
seen=$(node mix.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'oklch: #777777 is #777777, hue none, half way #3660bf'
expect 'oklch: oklab(56.9% 0 0) is #777777, hue none, half way #365fbf'
expect 'oklch: lab(50% 0 0) is #777777, hue 130, half way #007e85'
expect 'oklch: lch(50% 0 none) is #777777, hue 130, half way #007e85'
expect 'hsl: #777777 is #777777, hue none, half way #3e3eb9'
expect 'hsl: lab(50% 0 0) is #777777, hue 92, half way #3eb99c'
expect 'lch: #777777 is #777777, hue none, half way #694abb'
expect 'lch: oklab(56.9% 0 0) is #777777, hue 139, half way #0073a3'
