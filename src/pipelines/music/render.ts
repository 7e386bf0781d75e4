import { loadCello, playCello } from './instruments/cello.ts';
import { INSTRUMENTS } from './instruments/list.ts';
import { renderMidi } from './instruments/orchestra.ts';
import { loadPiano, playPiano } from './instruments/piano.ts';
import type { Played } from './interpretation/played.ts';
import type { Interpretation } from './interpretation/settings.ts';
import { midiFile } from './midi.ts';
import { inHall } from './sound/hall.ts';
import { mastered } from './sound/master.ts';
import { AFTER_SEAM, SEAM } from './sound/seam.ts';
import { addInto, RATE, type Stereo, silence, slice } from './sound/stereo.ts';
import type { Tools } from './tools.ts';

/** Seconds by which a loop's recording begins before its first round. */
export const LOOP_MARGIN = 0.25;
/** Level of a sampler's stem against the soundfont's. */
const SAMPLER_GAIN = 1;
const FADE_SECONDS = 1.2;
/** Below this a tail counts as silence. */
const SILENT = 10 ** (-62 / 20);

/** The mastered recording of a interpretation, in its hall, cut to length. */
export function render(played: Played, interpretation: Interpretation, tools: Tools): Stereo {
  if (interpretation.loops) return renderLoop(played, interpretation, tools);
  const seconds = played.bars.at(-1)! + interpretation.tail;
  const hall = inHall(
    dry(played, interpretation, tools, seconds),
    interpretation.hall.wet,
    interpretation.hall.seconds ?? 2.1,
  );
  return faded(mastered(slice(hall, 0, Math.round(seconds * RATE))));
}

/**
 * A loop is played three times through; the middle one, which begins in the first
 * one's ringing, is kept, and of the third as much as the smoothest turn may need.
 */
function renderLoop(played: Played, interpretation: Interpretation, tools: Tools): Stereo {
  const { length } = played;
  const passes = [0, 1, 2].map((pass) => shifted(played, pass * length));
  const seconds = length + SEAM.latest + AFTER_SEAM;
  const until = length - LOOP_MARGIN + seconds + 0.5;
  const thrice: Played = {
    ...played,
    notes: passes.flatMap(({ notes }) => notes).filter(({ at }) => at < until),
    controls: passes.flatMap(({ controls }) => controls).filter(({ at }) => at < until),
  };
  const hall = inHall(
    dry(thrice, interpretation, tools, until + interpretation.tail),
    interpretation.hall.wet,
    interpretation.hall.seconds ?? 2.1,
  );
  const from = Math.round((length - LOOP_MARGIN) * RATE);
  return mastered(slice(hall, from, from + Math.round(seconds * RATE)));
}

function shifted(played: Played, by: number): Pick<Played, 'notes' | 'controls'> {
  return {
    notes: played.notes.map((note) => ({ ...note, at: note.at + by })),
    controls: played.controls.map((control) => ({ ...control, at: control.at + by })),
  };
}

/** All instruments without the hall. */
function dry(
  played: Played,
  interpretation: Interpretation,
  tools: Tools,
  seconds: number,
): Stereo {
  const sum = silence(Math.ceil(seconds * RATE));
  const voices = Object.entries(interpretation.voices);
  const soundOf = (id: string) => INSTRUMENTS[interpretation.voices[id]!.instrument].sound;
  if (voices.some(([id]) => typeof soundOf(id) !== 'string'))
    addInto(sum, renderMidi(midiFile(played, interpretation), tools.soundfont));
  for (const [id, voice] of voices) {
    const sound = soundOf(id);
    if (typeof sound !== 'string') continue;
    const notes = played.notes.filter((note) => note.voice === id);
    const gain = voice.gain ?? 0;
    const stem =
      sound === 'piano'
        ? playPiano(loadPiano(tools.piano, notes), notes, played.controls, seconds, gain)
        : playCello(loadCello(tools.cello, notes), notes, played.controls, seconds, gain);
    addInto(sum, stem, SAMPLER_GAIN);
  }
  return sum;
}

/** Cuts the silence at the end and lets the last of the ringing fade to nothing. */
function faded(sound: Stereo): Stereo {
  let end = sound.left.length;
  while (
    end > 0 &&
    Math.max(Math.abs(sound.left[end - 1]!), Math.abs(sound.right[end - 1]!)) < SILENT
  )
    end -= 1;
  const out = slice(sound, 0, end);
  const fade = Math.min(end, Math.round(FADE_SECONDS * RATE));
  for (let i = 0; i < fade; i++) {
    const level = Math.sin(((Math.PI / 2) * i) / fade) ** 2;
    out.left[end - 1 - i]! *= level;
    out.right[end - 1 - i]! *= level;
  }
  const rise = Math.round(0.01 * RATE);
  for (let i = 0; i < rise; i++) {
    out.left[i]! *= i / rise;
    out.right[i]! *= i / rise;
  }
  return out;
}
