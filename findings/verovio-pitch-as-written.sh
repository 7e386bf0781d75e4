#!/usr/bin/env bash
# verovio 6.3.0: of a transposing instrument `getMIDIValuesForElement` says another pitch than its MIDI plays.
#
# Seen: a clarinet in B flat has a written C. `renderToMIDI` plays 58, the B flat that sounds;
# `getMIDIValuesForElement`, which asks for that rendering to be made before, says 60 for the same note. So it is
# for a guitar or a double bass that is written an octave higher (48 and 60). The option `transposeToSoundingPitch`
# makes both say the same, and changes the printed page as well.
# Why it matters: pages let a tapped note sound, light keys of a keyboard or judge what a pupil plays by
# this method, and play the whole by the MIDI. Each is right alone; together a clarinet is a tone off, and a
# test with a piano or a violin never shows it. Whoever uses it adds the `trans.semi` of the note's staff.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent verovio@6.3.0
cat >pitch.mjs <<'JS'
import { VerovioToolkit } from 'verovio/esm';
import createVerovioModule from 'verovio/wasm';

const toolkit = new VerovioToolkit(await createVerovioModule());
const score = (transpose) => `<?xml version="1.0"?>
<score-partwise version="4.0"><part-list><score-part id="P1"><part-name>Part</part-name></score-part></part-list>
<part id="P1"><measure number="1">
<attributes><divisions>1</divisions><key><fifths>0</fifths></key><time><beats>4</beats><beat-type>4</beat-type></time><clef><sign>G</sign><line>2</line></clef>${transpose}</attributes>
<note><pitch><step>C</step><octave>4</octave></pitch><duration>4</duration><voice>1</voice><type>whole</type></note>
</measure></part></score-partwise>`;

function say(name, transpose, options = {}) {
  toolkit.resetOptions();
  toolkit.setOptions(options);
  toolkit.loadData(score(transpose));
  const midi = Buffer.from(toolkit.renderToMIDI(), 'base64');
  // The piece has one note: the one event that puts a key down with some force.
  const at = midi.findIndex((byte, n) => byte >> 4 === 9 && midi[n - 1] === 0 && midi[n + 1] < 128 && midi[n + 2] > 0);
  const [{ on }] = toolkit.renderToTimemap();
  console.log(`${name}: MIDI ${midi[at + 1]}, element ${toolkit.getMIDIValuesForElement(on[0]).pitch}`);
}

const clarinet = '<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>';
say('violin', '');
say('clarinet', clarinet);
say(
  'guitar',
  '<transpose><diatonic>0</diatonic><chromatic>0</chromatic><octave-change>-1</octave-change></transpose>',
);
say('clarinet, sounding', clarinet, { transposeToSoundingPitch: true });
JS
seen=$(node pitch.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'violin: MIDI 60, element 60'
expect 'clarinet: MIDI 58, element 60'
expect 'guitar: MIDI 48, element 60'
expect 'clarinet, sounding: MIDI 58, element 58'
