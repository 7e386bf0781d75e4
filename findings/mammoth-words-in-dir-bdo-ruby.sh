#!/usr/bin/env bash
# mammoth 1.13.0: words of a Word document that stand in `w:dir`, `w:bdo`, `w:ruby` or a formula are lost.
#
# Seen: of "Before inside after" the page has "Before  after". The base of a ruby goes with its reading. A
# warning names the element that was "ignored"; that words went with it is not said, and for elements
# without words the very same warning is harmless. `w:smartTag` and `w:customXml`, as unknown to HTML,
# keep their words.
# Why it matters: `w:dir` and `w:bdo` are what Word writes around words of the other direction (ISO/IEC
# 29500-1, 17.3.2.8 and 17.3.2.3), `w:ruby` around words with a reading above them. An article with a
# Hebrew name or Japanese words loses just these. Whoever converts unwraps them first, and counts words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent mammoth@1.13.0 fflate@0.8.3
cat >words.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';

const OFFICE = 'http://schemas.openxmlformats.org';
const part = (xml) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const frame = {
  '[Content_Types].xml': part(
    `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
  ),
  '_rels/.rels': part(
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
};
const run = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

async function convert(name, inner) {
  const body = `<w:p>${run('Before ')}${inner}${run(' after')}</w:p>`;
  const document = part(
    `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:m="${OFFICE}/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
  );
  const buffer = Buffer.from(zipSync({ ...frame, 'word/document.xml': document }));
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  console.log(`${name}: ${value} ${messages.map(({ message }) => message).join()}`);
}

await convert('dir', `<w:dir w:val="rtl">${run('inside')}</w:dir>`);
await convert('bdo', `<w:bdo w:val="rtl">${run('inside')}</w:bdo>`);
await convert(
  'ruby',
  `<w:r><w:ruby><w:rubyPr/><w:rt>${run('toe')}</w:rt><w:rubyBase>${run('pointe')}</w:rubyBase></w:ruby></w:r>`,
);
await convert('formula', '<m:oMath><m:r><m:t>24</m:t></m:r></m:oMath>');
await convert('smart tag', `<w:smartTag w:uri="u" w:element="e">${run('inside')}</w:smartTag>`);
JS
seen=$(node words.mjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'dir: <p>Before  after</p> An unrecognised element was ignored: w:dir'
expect 'bdo: <p>Before  after</p> An unrecognised element was ignored: w:bdo'
expect 'ruby: <p>Before  after</p> An unrecognised element was ignored: w:ruby'
expect 'formula: <p>Before  after</p> An unrecognised element was ignored: {http://schemas.openxmlformats.org/officeDocument/2006/math}oMath'
expect 'smart tag: <p>Before inside after</p>'
