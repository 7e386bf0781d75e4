#!/usr/bin/env bash
# verovio 6.3.0: music whose tempo is counted in dotted notes is played too slowly.
#
# Seen: 60 dotted quarters a minute are 90 quarters; Verovio plays 80, in its MIDI and its timemap, from MusicXML
# (`beat-unit-dot`) as from MEI (`mm.dots`). Two dots make 96 instead of 105. The printed mark is right, and
# units without a dot are too. It takes a quarter of the undotted unit's share off where a third belongs
# (one dot is half as long again: 1 / 1.5); its tracker knows a slower fault of the kind, said to be settled (3214).
# Why it matters: 6/8, 9/8 and 12/8 are marked in this way, barcarolles and gigues with them. All of a piece is
# an eighth longer than written: captions, page turns and pictures timed by the timemap run behind a
# recording by seven seconds in each minute, evenly, so that it looks like a fault of one's own clock. MusicXML
# that has `sound tempo` beside the mark, and MEI with `midi.bpm`, are played right: whoever writes the file says both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent verovio@6.3.0
cat >tempo.mjs <<'JS'
import { VerovioToolkit } from 'verovio/esm';
import createVerovioModule from 'verovio/wasm';

const toolkit = new VerovioToolkit(await createVerovioModule());
const musicXml = (dots, sound = '') => `<?xml version="1.0"?>
<score-partwise version="4.0"><part-list><score-part id="P1"><part-name>Flute</part-name></score-part></part-list>
<part id="P1"><measure number="1">
<attributes><divisions>4</divisions><time><beats>6</beats><beat-type>8</beat-type></time><clef><sign>G</sign><line>2</line></clef></attributes>
<direction><direction-type><metronome><beat-unit>quarter</beat-unit>${'<beat-unit-dot/>'.repeat(dots)}<per-minute>60</per-minute></metronome></direction-type>${sound}</direction>
<note><pitch><step>C</step><octave>4</octave></pitch><duration>12</duration><voice>1</voice><type>half</type><dot/></note>
</measure></part></score-partwise>`;
const mei = `<?xml version="1.0"?>
<mei xmlns="http://www.music-encoding.org/ns/mei" meiversion="5.1"><meiHead><fileDesc><titleStmt><title>Bar</title></titleStmt><pubStmt/></fileDesc></meiHead>
<music><body><mdiv><score><scoreDef meter.count="6" meter.unit="8"><staffGrp><staffDef n="1" lines="5" clef.shape="G" clef.line="2"/></staffGrp></scoreDef>
<section><measure n="1"><staff n="1"><layer n="1"><note pname="c" oct="4" dur="2" dots="1"/></layer></staff><tempo tstamp="1" staff="1" mm="60" mm.unit="4" mm.dots="1"/></measure></section></score></mdiv></body></music></mei>`;

function say(name, score) {
  toolkit.loadData(score);
  const midi = Buffer.from(toolkit.renderToMIDI(), 'base64');
  const at = midi.indexOf(Buffer.from([0xff, 0x51, 0x03]));
  const played = Math.round(60e6 / midi.readUIntBE(at + 3, 3));
  const [{ tempo }] = toolkit.renderToTimemap();
  console.log(`${name}: MIDI ${played}, timemap ${Math.round(tempo)}`);
}

say('quarter = 60', musicXml(0));
say('dotted quarter = 60', musicXml(1));
say('twice dotted quarter = 60', musicXml(2));
say('dotted quarter = 60 in MEI', mei);
say('with a sound', musicXml(1, '<sound tempo="90"/>'));
JS
seen=$(node tempo.mjs)
echo "$seen"
expect() {
  grep -qxF "$1" <<<"$seen" || {
    echo "changed: no $1" >&2
    exit 1
  }
}
expect 'quarter = 60: MIDI 60, timemap 60'
expect 'dotted quarter = 60: MIDI 80, timemap 80'
expect 'twice dotted quarter = 60: MIDI 96, timemap 96'
expect 'dotted quarter = 60 in MEI: MIDI 80, timemap 80'
expect 'with a sound: MIDI 90, timemap 90'
