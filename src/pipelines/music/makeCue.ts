import { mkdirSync, writeFileSync } from 'node:fs';
import type { CreditId, Cue } from '../../schemas/cue.ts';
import type { CuePlan, NamedCue } from './cues/cue.ts';
import { notesOf } from './cues/index.ts';
import { decoded, encode } from './encode.ts';
import { staffFile } from './engrave/staffFile.ts';
import { INSTRUMENTS } from './instruments/list.ts';
import { perform } from './interpretation/perform.ts';
import type { Played } from './interpretation/played.ts';
import { LOOP_MARGIN, render } from './render.ts';
import { loudness } from './sound/loudness.ts';
import { truePeak } from './sound/peak.ts';
import { smoothestTurn } from './sound/seam.ts';
import { RATE } from './sound/stereo.ts';
import type { Tools } from './tools.ts';

const QUALITY = { opus: 46_000, mp3: 5, channels: 2 } as const;

export interface Made {
  readonly cue: Cue;
  /** One line about the result. */
  readonly report: string;
}

/** Seconds from the recording's start to the interpretation's. */
export function offsetOf(plan: CuePlan): number {
  return plan.interpretation.loops ? LOOP_MARGIN : 0;
}

/** Makes recording and staff of one cue below `publicFolder`. */
export async function makeCue(plan: NamedCue, tools: Tools, publicFolder: string): Promise<Made> {
  const piece = notesOf(plan.id);
  const played = perform(piece, plan.interpretation);
  const sound = render(played, plan.interpretation, tools);
  mkdirSync(`${publicFolder}/audio`, { recursive: true });
  mkdirSync(`${publicFolder}/scores`, { recursive: true });
  const sources = encode(sound, `${publicFolder}/audio/${plan.id}`, `/audio/${plan.id}`, QUALITY);
  const staff = await staffFile(plan, piece, played, offsetOf(plan));
  writeFileSync(`${publicFolder}/scores/${plan.id}.json`, JSON.stringify(staff));
  const turn = plan.interpretation.loops
    ? smoothestTurn(decoded(`${publicFolder}/audio/${plan.id}`), played.length)
    : undefined;
  const duration = Math.round((sound.left.length / RATE) * 1000) / 1000;
  const kilobytes = sources.map(({ bytes }) => `${Math.round(bytes / 1000)} kB`).join(' + ');
  return {
    cue: describe(plan, played, {
      duration,
      ...(turn && { loop: { lead: offsetOf(plan), start: turn.start, end: turn.end } }),
      sources,
    }),
    report: `${plan.id}: ${duration.toFixed(1)} s, ${kilobytes}, ${loudness(sound, RATE).toFixed(1)} LUFS, peak ${truePeak(sound).toFixed(1)} dB${turn ? `, seam ${turn.seam.toFixed(2)}` : ''}`,
  };
}

function describe(
  plan: NamedCue,
  played: Played,
  { duration, loop, sources }: Pick<Cue, 'duration' | 'loop' | 'sources'>,
): Cue {
  const offset = offsetOf(plan);
  const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
  return {
    id: plan.id,
    title: plan.title,
    composer: plan.composer,
    ...(plan.arrangement ? { arrangement: plan.arrangement } : {}),
    bars: plan.bars,
    key: plan.key,
    scoring: plan.scoring,
    duration,
    ...(loop && { loop }),
    rest: plan.rest,
    gain: plan.gain ?? 1,
    captions: plan.captions.map(([bar, text], index) => [
      index === 0 ? 0 : round(offset + played.bars[bar - 1]!),
      text,
    ]),
    sources,
    staff: `/scores/${plan.id}.json`,
    credits: creditsOf(plan),
  };
}

function creditsOf(plan: CuePlan): CreditId[] {
  const sounds = Object.values(plan.interpretation.voices).map(
    ({ instrument }) => INSTRUMENTS[instrument].sound,
  );
  const credits: CreditId[] = [];
  if (sounds.includes('piano')) credits.push('salamander');
  if (sounds.includes('cello')) credits.push('celloSamples');
  if (sounds.some((sound) => typeof sound !== 'string')) credits.push('museScoreGeneral');
  return credits;
}
