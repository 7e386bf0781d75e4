#!/usr/bin/env bash
# postal-mime 4.0.0: in a letter that flows (`format=flowed`), who said what is lost.
#
# Seen: lines that end in a space are joined with the next before quotation marks are looked at. A quotation of
# two lines comes out as one with a ">" in its middle; the line that names who is quoted, the quotation and the
# answer below it become one line, and so the answer a part of the quotation. RFC 3676 has it the other way
# round (4.1: quotation marks are counted and taken away first; 4.5: where the depth changes, a line ends there,
# whatever stands at its end: "quote-depth wins"). Unquoted paragraphs are joined as they should.
# Why it matters: Thunderbird and Apple's Mail write letters in this way. A service that takes answers by letter
# cuts quotations off by their ">": here it cuts off the answer, or prints another's words under its sender's
# name. Whoever needs the words takes the raw part and joins its lines by depth.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent postal-mime@4.0.0
cat >letters.mjs <<'JS'
import PostalMime from 'postal-mime';

async function read(name, ...lines) {
  const letter = [
    'From: Ana <ana@example.org>',
    'To: editor@example.org',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    '',
    ...lines,
    '',
  ].join('\r\n');
  const { text } = await PostalMime.parse(letter);
  console.log(`${name}: ${text.trim().replaceAll('\n', ' / ')}`);
}

await read('no quotation', 'The waltz went ', 'on.', '', 'Then it stopped.');
await read('one depth', '> The waltz went ', '> on.', '', 'No, it stopped.');
await read('two depths', '>> Was it slow ', '>> or quick?', '> Slow.', 'Quick.');
await read('depth changes', 'The critic wrote: ', '> She fell. ', 'She did not.');
JS
seen=$(node letters.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'no quotation: The waltz went on. /  / Then it stopped.'
expect 'one depth: > The waltz went > on. /  / No, it stopped.'
expect 'two depths: >> Was it slow >> or quick? / > Slow. / Quick.'
expect 'depth changes: The critic wrote: > She fell. She did not.'
