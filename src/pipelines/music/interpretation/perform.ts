import { gaussian, random } from '../../../core/maths/chance.ts';
import { clamp } from '../../../core/maths/scalar.ts';
import { lengthOf, type Piece } from '../notes/piece.ts';
import { signatureAt } from '../notes/read.ts';
import { soundingTones, type Tone } from '../notes/sounding.ts';
import { loudness, VELOCITY_A_STEP } from './dynamics.ts';
import { controlsOf } from './expression.ts';
import type { Played, PlayedControl, PlayedNote, WrittenTime } from './played.ts';
import type { Interpretation, VoiceSettings } from './settings.ts';
import { phrasesOf, placeInPhrase, tempoCurve } from './tempo.ts';

const LOOP_STEP_SECONDS = 0.004;
const GRACE_SECONDS = 0.075;
const ARPEGGIO_SECONDS = 0.028;

/** The same piece and settings give the same interpretation, to the last digit. */
export function perform(piece: Piece, interpretation: Interpretation): Played {
  const uniform = random(interpretation.seed);
  const normal = gaussian(uniform);
  const before = interpretation.loops ? 0 : (interpretation.before ?? 0.15);
  const curve = interpretation.loops
    ? inWholeSteps(tempoCurve(piece, interpretation), lengthOf(piece))
    : tempoCurve(piece, interpretation);
  const time = (quarters: number): number => before + curve(quarters);
  const phrases = phrasesOf(piece, interpretation.phrases);
  const levels = new Map(piece.voices.map((voice) => [voice.id, loudness(voice)]));
  const notes: PlayedNote[] = [];
  const controls: PlayedControl[] = [];
  const written: WrittenTime[] = [];
  const events = new Map(
    piece.voices.flatMap((v) => v.bars.flatMap((b) => b.events.map((e) => [e.id, e] as const))),
  );

  for (const tone of soundingTones(piece)) {
    const voice = settingsOf(interpretation, tone.voice);
    const arch = Math.sin(Math.PI * Math.min(1, placeInPhrase(phrases, tone.at) * 1.05));
    const level = levels.get(tone.voice)!(tone.at);
    const roll = tone.first.arpeggio ? ARPEGGIO_SECONDS * tone.rank[0] : 0;
    const drift = ((voice.lead ?? 0) + normal() * (voice.looseness ?? 5)) / 1000;
    const at = Math.max(0, time(tone.at) + roll + drift);
    const end = time(tone.at + tone.length);
    const length = Math.max(0.05, (end - at) * soundingPart(tone, voice));
    const velocity = clampVelocity(
      voice.velocity +
        (level - 4) * VELOCITY_A_STEP +
        (voice.arch ?? 10) * (arch - 0.5) +
        accent(piece, tone) +
        normal() * 2.2,
    );
    tone.grace.forEach((pitch, i) => {
      const start = Math.max(0, at - GRACE_SECONDS * (tone.grace.length - i));
      notes.push({
        voice: tone.voice,
        at: start,
        length: GRACE_SECONDS * 1.1,
        midi: pitch.midi,
        velocity: clampVelocity(velocity - 8),
        ornament: true,
      });
    });
    notes.push({ voice: tone.voice, at, length, midi: tone.midi, velocity, ornament: false });
    for (const id of tone.events) {
      const event = events.get(id)!;
      written.push({ event: id, from: time(event.at), to: time(event.at + event.length) });
    }
    if (voice.expression) {
      const start = levels.get(tone.voice)!(tone.at);
      const finish = levels.get(tone.voice)!(tone.at + tone.length - 1e-3);
      controls.push(...controlsOf(tone.voice, voice, { at, length, arch, start, finish }));
    }
  }
  controls.push(...pedal(piece, interpretation, time));
  return {
    notes: withoutOverlaps(notes).sort((a, b) => a.at - b.at || a.midi - b.midi),
    controls: controls.sort((a, b) => a.at - b.at),
    written: uniqueTimes(written),
    bars: [...piece.voices[0]!.bars.map((bar) => time(bar.at)), time(lengthOf(piece))],
    length: curve(lengthOf(piece)),
  };
}

/**
 * Stretches a loop by less than a step to a whole number of 4 ms: the synthesizer
 * works in blocks of 64 samples, 4 ms are three of them, and only so does each
 * round sound exactly like the one before.
 */
function inWholeSteps(curve: (quarters: number) => number, total: number): typeof curve {
  const length = curve(total);
  const stretch = Math.round(length / LOOP_STEP_SECONDS) * (LOOP_STEP_SECONDS / length);
  return (quarters) => curve(quarters) * stretch;
}

/** Lets go of a key a moment before the same voice strikes it again. */
function withoutOverlaps(notes: readonly PlayedNote[]): PlayedNote[] {
  const next = new Map<string, number>();
  return [...notes]
    .sort((a, b) => b.at - a.at)
    .map((note) => {
      const key = `${note.voice} ${note.midi}`;
      const free = (next.get(key) ?? Number.POSITIVE_INFINITY) - note.at - 0.012;
      next.set(key, note.at);
      return { ...note, length: Math.max(0.03, Math.min(note.length, free)) };
    });
}

function settingsOf(interpretation: Interpretation, voice: string): VoiceSettings {
  const settings = interpretation.voices[voice];
  if (!settings) throw new Error(`no settings for voice ${voice}`);
  return settings;
}

function clampVelocity(velocity: number): number {
  return clamp(Math.round(velocity), 8, 124);
}

/** Written accents, the bar's first beat, and a chord's top note over its others. */
function accent(piece: Piece, tone: Tone): number {
  const bar = piece.voices[0]!.bars.findLastIndex((b) => b.at <= tone.at + 1e-6);
  const onBar = Math.abs(piece.voices[0]!.bars[bar]!.at - tone.at) < 1e-6;
  const [beats] = signatureAt(piece, bar).meter;
  const top = tone.rank[1] > 1 ? (tone.rank[0] === tone.rank[1] - 1 ? 3 : -4) : 0;
  return (tone.first.accent ? 13 : 0) + (onBar ? (beats === 3 ? 4 : 3) : 0) + top;
}

function soundingPart(tone: Tone, voice: VoiceSettings): number {
  if (tone.first.staccato) return voice.staccato ?? 0.48;
  return tone.first.slurred ? 1.03 : (voice.length ?? 0.92);
}

/** Presses just after the change of harmony and lifts just before the next. */
function pedal(
  piece: Piece,
  interpretation: Interpretation,
  time: (quarters: number) => number,
): PlayedControl[] {
  const controls: PlayedControl[] = [];
  const { pedal: pedalling } = interpretation;
  if (!pedalling) return controls;
  const total = lengthOf(piece);
  for (const bar of piece.voices[0]!.bars) {
    for (let at = bar.at; at < bar.at + bar.length - 1e-6; at += pedalling.every) {
      const next = Math.min(at + pedalling.every, bar.at + bar.length);
      const release =
        next >= total - 1e-6 ? time(total) + interpretation.tail * 0.7 : time(next) + 0.02;
      for (const voice of pedalling.voices) {
        controls.push({ voice, at: time(at) + 0.08, controller: 64, value: 127 });
        controls.push({ voice, at: release, controller: 64, value: 0 });
      }
    }
  }
  return controls;
}

/** One entry an event, the first. */
function uniqueTimes(times: readonly WrittenTime[]): WrittenTime[] {
  const byEvent = new Map<string, WrittenTime>();
  for (const time of times) if (!byEvent.has(time.event)) byEvent.set(time.event, time);
  return [...byEvent.values()].sort((a, b) => a.from - b.from);
}
