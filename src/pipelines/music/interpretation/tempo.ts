import { clamp, ramp } from '../../../core/maths/scalar.ts';
import { lengthOf, type Piece } from '../notes/piece.ts';
import { signatureAt } from '../notes/read.ts';
import type { Interpretation } from './settings.ts';

/** Steps a quarter in which the tempo is summed. */
const STEPS = 16;
/** Part of a phrase after which it slows for breath, and how much of the rubato that takes. */
const BREATH = { from: 0.86, share: 1.2 };

export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** The phrases' bounds in quarters. Throws when they do not add up to the piece. */
export function phrasesOf(piece: Piece, lengths: readonly number[]): Phrase[] {
  const bars = piece.voices[0]!.bars;
  const total = lengths.reduce((sum, n) => sum + n, 0);
  if (total !== bars.length)
    throw new Error(`phrases have ${total} bars, the piece has ${bars.length}`);
  const phrases: Phrase[] = [];
  let bar = 0;
  for (const n of lengths) {
    const last = bars[bar + n - 1]!;
    phrases.push({ from: bars[bar]!.at, to: last.at + last.length });
    bar += n;
  }
  return phrases;
}

/** Place within the phrase, 0 to 1. */
export function placeInPhrase(phrases: readonly Phrase[], at: number): number {
  const phrase = phrases.find(({ from, to }) => at >= from && at < to) ?? phrases.at(-1)!;
  return ramp(at, phrase.from, phrase.to);
}

/** Spans that a fermata holds, in quarters. */
function fermatas(piece: Piece): Phrase[] {
  const held = piece.voices.flatMap((voice) =>
    voice.bars.flatMap((bar) => bar.events.filter((event) => event.fermata)),
  );
  return held.map((event) => ({ from: event.at, to: event.at + event.length }));
}

/**
 * Seconds from the first beat at a place in quarters. The tempo swells in the
 * middle of each phrase, yields before its end, holds at fermatas and slows at
 * the close, as `interpretation` says.
 */
export function tempoCurve(
  piece: Piece,
  interpretation: Interpretation,
): (quarters: number) => number {
  const total = lengthOf(piece);
  const phrases = phrasesOf(piece, interpretation.phrases);
  const holds = fermatas(piece);
  const bars = piece.voices[0]!.bars;
  const { rubato, ritardando } = interpretation;
  const seconds = new Float64Array(Math.round(total * STEPS) + 1);
  let bar = 0;
  for (let i = 0; i < seconds.length - 1; i++) {
    const at = i / STEPS;
    while (bar + 1 < bars.length && bars[bar + 1]!.at <= at + 1e-6) bar += 1;
    const place = placeInPhrase(phrases, at);
    const breath = Math.max(0, (place - BREATH.from) / (1 - BREATH.from)) * BREATH.share;
    let speed = 1 + rubato * (Math.sin(Math.PI * place) - 0.5 - breath);
    if (ritardando && at > total - ritardando.quarters)
      speed *= 1 - (ritardando.by * (at - total + ritardando.quarters)) / ritardando.quarters;
    if (holds.some(({ from, to }) => at >= from - 1e-6 && at < to - 1e-6))
      speed /= interpretation.fermata ?? 1.8;
    seconds[i + 1] = seconds[i]! + 60 / STEPS / (signatureAt(piece, bar).tempo * speed);
  }
  return (quarters) => {
    const x = clamp(quarters * STEPS, 0, seconds.length - 1);
    const i = Math.min(seconds.length - 2, Math.floor(x));
    return seconds[i]! + (x - i) * (seconds[i + 1]! - seconds[i]!);
  };
}
