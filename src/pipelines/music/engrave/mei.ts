import type { Bar, Clef, NoteEvent, Piece, Pitch, Signature } from '../notes/piece.ts';
import { noteValue } from './durations.ts';

const CLEFS: Readonly<Record<Clef, readonly [string, number]>> = {
  treble: ['G', 2],
  bass: ['F', 4],
  alto: ['C', 3],
  tenor: ['C', 4],
};
const WRITTEN: Readonly<Record<number, string>> = { [-2]: 'ff', [-1]: 'f', 0: 'n', 1: 's', 2: 'x' };
const SOUNDING: Readonly<Record<number, string>> = { [-2]: 'ff', [-1]: 'f', 1: 's', 2: 'ss' };

/** Octaves that a clef with 8 above moves what is written. */
export interface StaffOptions {
  /** Voices of the staff: one, or two that share it, stems up and down. */
  readonly voices: readonly string[];
  readonly clef?: Clef;
  /** Octaves to write the music lower than it sounds. */
  readonly octavesDown?: number;
}

function accidental(pitch: Pitch): string {
  if (pitch.written !== undefined) return ` accid="${WRITTEN[pitch.written]}"`;
  return pitch.alter === 0 ? '' : ` accid.ges="${SOUNDING[pitch.alter]}"`;
}

/** Draws one piece on one staff as MEI 5 for Verovio; ids of events become ids of notes and chords. */
export function toMei(piece: Piece, staff: StaffOptions): string {
  const voices = staff.voices.map((id) => {
    const voice = piece.voices.find((v) => v.id === id);
    if (!voice) throw new Error(`no voice ${id} to engrave`);
    return voice;
  });
  const two = voices.length > 1;
  const [shape, line] = CLEFS[staff.clef ?? voices[0]!.clef];
  const octaves = staff.octavesDown ?? 0;

  const note = (pitch: Pitch, attributes: string): string =>
    `<note ${attributes} pname="${pitch.step.toLowerCase()}" oct="${pitch.octave - octaves}"${accidental(pitch)}/>`;

  const event = (e: NoteEvent, bar: Bar, layer: number): string => {
    const whole = Math.abs(e.length - bar.length) < 1e-6 && bar.length > 1;
    if (e.pitches.length === 0 && whole) return e.hidden || two ? '<mSpace/>' : '<mRest/>';
    const { dur, dots } = noteValue(e.drawn);
    const value = `dur="${dur}"${dots ? ` dots="${dots}"` : ''}`;
    if (e.pitches.length === 0) return e.hidden ? `<space ${value}/>` : `<rest ${value}/>`;
    const stem = two ? ` stem.dir="${layer ? 'down' : 'up'}"` : '';
    const articulation = e.staccato ? ' artic="stacc"' : e.accent ? ' artic="acc"' : '';
    const graces = e.grace.map((p) => note(p, 'grace="unacc" dur="16" stem.dir="up"')).join('');
    const attributes = `xml:id="${e.id}" ${value}${stem}${articulation}`;
    if (e.pitches.length === 1) return graces + note(e.pitches[0]!, attributes);
    const inside = e.pitches.map((p, i) => note(p, `xml:id="${e.id}.${i}"`)).join('');
    return `${graces}<chord ${attributes}>${inside}</chord>`;
  };

  const bars = voices[0]!.bars.map((bar, index) => {
    const change = index > 0 ? piece.signatures.find((s) => s.bar === index) : undefined;
    const before = piece.signatures.findLast((s) => s.bar < index);
    const layers = voices.map((voice, layer) => {
      const own = voice.bars[index]!;
      const drawn = grouped(own, (e) => event(e, own, layer));
      return `<layer n="${layer + 1}">${drawn}</layer>`;
    });
    const ties = voices.flatMap((voice) => tiesOf(voice.bars, index));
    const full = fullLength(piece.signatures.findLast((s) => s.bar <= index)!);
    const last = index === voices[0]!.bars.length - 1;
    return (
      (change && before ? changed(change, before) : '') +
      `<measure n="${index + 1}"${last ? ' right="end"' : ''}${bar.length < full - 1e-6 ? ' metcon="false"' : ''}>` +
      `<staff n="1">${layers.join('')}</staff>${ties.join('')}</measure>`
    );
  });
  const { meter, fifths } = piece.signatures[0]!;
  return (
    '<mei xmlns="http://www.music-encoding.org/ns/mei" meiversion="5.0"><meiHead><fileDesc>' +
    '<titleStmt><title/></titleStmt><pubStmt/></fileDesc></meiHead><music><body><mdiv><score>' +
    `<scoreDef keysig="${keySignature(fifths)}" meter.count="${meter[0]}" meter.unit="${meter[1]}">` +
    `<staffGrp><staffDef n="1" lines="5" clef.shape="${shape}" clef.line="${line}"/></staffGrp></scoreDef>` +
    `<section>${bars.join('')}</section></score></mdiv></body></music></mei>`
  );
}

function keySignature(fifths: number): string {
  return fifths === 0 ? '0' : `${Math.abs(fifths)}${fifths > 0 ? 's' : 'f'}`;
}

function fullLength({ meter }: Signature): number {
  return (meter[0] * 4) / meter[1];
}

function changed(to: Signature, from: Signature): string {
  const key = to.fifths === from.fifths ? '' : ` keysig="${keySignature(to.fifths)}"`;
  const same = to.meter.join() === from.meter.join();
  const meter = same ? '' : ` meter.count="${to.meter[0]}" meter.unit="${to.meter[1]}"`;
  return key || meter ? `<scoreDef${key}${meter}/>` : '';
}

/** Joins the events of a bar, with beams over the short notes of a beat and brackets around tuplets. */
function grouped(bar: Bar, draw: (event: NoteEvent) => string): string {
  const beatOf = (e: NoteEvent): number => Math.floor(e.at - bar.at + 1e-4);
  const beamable = (e: NoteEvent | undefined): e is NoteEvent =>
    e !== undefined && e.pitches.length > 0 && noteValue(e.drawn).dur >= 8;
  let out = '';
  let beamed = false;
  bar.events.forEach((e, i) => {
    const next = bar.events[i + 1];
    const joins = beamable(e) && beamable(next) && beatOf(next) === beatOf(e);
    if (e.tuplet?.index === 0)
      out += `<tuplet num="${e.tuplet.count}" numbase="${e.tuplet.inTimeOf}" bracket.visible="false">`;
    if (joins && !beamed) {
      out += '<beam>';
      beamed = true;
    }
    out += draw(e);
    if (beamed && !joins) {
      out += '</beam>';
      beamed = false;
    }
    if (e.tuplet && e.tuplet.index === e.tuplet.count - 1) out += '</tuplet>';
  });
  return out;
}

/** Ties that leave the notes of a bar. */
function tiesOf(bars: readonly Bar[], index: number): string[] {
  const events = bars[index]!.events;
  return events.flatMap((e, i) => {
    const next = events[i + 1] ?? bars[index + 1]?.events[0];
    if (!e.tied || !next) return [];
    return e.pitches.flatMap((pitch, from) => {
      const to = next.pitches.findIndex((p) => p.midi === pitch.midi);
      if (to < 0) return [];
      const ref = (id: string, count: number, k: number): string =>
        count > 1 ? `#${id}.${k}` : `#${id}`;
      return [
        `<tie startid="${ref(e.id, e.pitches.length, from)}" endid="${ref(next.id, next.pitches.length, to)}"/>`,
      ];
    });
  });
}
