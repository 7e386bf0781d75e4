#!/usr/bin/env bash
# mammoth 1.13.0: a picture that has both forms that Word's format knows loses its description.
#
# Seen: where `mc:AlternateContent` holds the drawing of today as its choice and the VML picture of before
# as its fallback, mammoth reads the fallback alone. The description stands in the choice
# (`wp:docPr descr`), as LibreOffice 7.4 writes it, so <img> comes without `alt`, and no message tells.
# The same drawing by itself keeps its description.
# Why it matters: documents that people have made accessible in LibreOffice come out with pictures that
# say nothing to who cannot see them, and outside of their paragraph. Whoever converts keeps the choice, or takes descriptions from it first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent mammoth@1.13.0 fflate@0.8.3
cat >picture.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';

const OFFICE = 'http://schemas.openxmlformats.org';
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const part = (xml) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
const relations = (target, type) =>
  part(
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`,
  );
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const dot = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);
const drawing = `<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Picture 1" descr="A red shoe on a step"/><a:graphic><a:graphicData uri="${OFFICE}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="shoe"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
const fallback =
  '<w:pict><v:shape id="s1" style="width:1pt;height:1pt"><v:imagedata r:id="r1"/></v:shape></w:pict>';

async function convert(name, inner) {
  const document = part(
    `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${RELATIONS}" xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:pic="${OFFICE}/drawingml/2006/picture" xmlns:mc="${OFFICE}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body><w:p><w:r>${inner}</w:r></w:p></w:body></w:document>`,
  );
  const buffer = Buffer.from(
    zipSync({
      '[Content_Types].xml': part(
        `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
      ),
      '_rels/.rels': relations('word/document.xml', 'officeDocument'),
      'word/_rels/document.xml.rels': relations('media/shoe.png', 'image'),
      'word/media/shoe.png': dot,
      'word/document.xml': document,
    }),
  );
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  const shown = value.replace(/data:[^"]+/g, 'data');
  console.log(`${name}: ${shown} (${messages.length} messages)`);
}

await convert('alone', drawing);
await convert(
  'both',
  `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`,
);
JS
seen=$(node picture.mjs)
echo "$seen"
expect() {
  grep -qF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'alone: <p><img alt="A red shoe on a step" src="data" /></p> (0 messages)'
expect 'both: <img src="data" /> (0 messages)'
