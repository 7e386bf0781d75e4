#!/usr/bin/env bash
# workbox-range-requests 7.4.1: a range that ends behind the end of a kept file is refused (416); one that
# begins just behind it is answered (206) with nothing and with bounds that cross.
#
# Seen: of a file of ten bytes `bytes=0-99` and `bytes=-99` give 416, without the `Content-Range: bytes */10`
# that goes with it; `bytes=10-` gives 206, no bytes, `Content-Range: bytes 10-9/10`. HTTP has it the other way
# round (RFC 9110, 14.1.2: a last position at or behind the end means the rest, a suffix longer than the
# file the whole of it; 15.5.17: a first position behind the end is 416). nginx
# answers in that way, so that the same page works with a network and not without.
# Why it matters: whatever reads a recording in pieces of one size (players in script, PDF.js)
# asks for more than there is in its last piece, and in its first where the file is small:
# offline these fail, and only these. Whoever hands kept files out cuts the range to the file before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent workbox-range-requests@7.4.1
cat >ranges.mjs <<'JS'
globalThis.self = { __WB_DISABLE_DEV_LOGS: true };
const { createPartialResponse } = await import('workbox-range-requests/createPartialResponse.js');

for (const range of ['bytes=0-9', 'bytes=0-99', 'bytes=-99', 'bytes=10-']) {
  const request = new Request('https://story.example/swan.mp3', { headers: { range } });
  const part = await createPartialResponse(request, new Response('0123456789'));
  const text = await part.text();
  console.log(`${range}: ${part.status} "${text}" ${part.headers.get('content-range')}`);
}
JS
seen=$(NODE_ENV=production node ranges.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'bytes=0-9: 206 "0123456789" bytes 0-9/10'
expect 'bytes=0-99: 416 "" null'
expect 'bytes=-99: 416 "" null'
expect 'bytes=10-: 206 "" bytes 10-9/10'
