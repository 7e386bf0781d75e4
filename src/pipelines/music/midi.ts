import { clamp } from '../../core/maths/scalar.ts';
import { INSTRUMENTS } from './instruments/list.ts';
import type { Played } from './interpretation/played.ts';
import type { Interpretation } from './interpretation/settings.ts';

/** One tick is a millisecond: 1000 ticks a quarter at 60 quarters a minute. */
const TICKS = 1000;
const CHANNELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];

interface Message {
  readonly at: number;
  /** Of messages at one time: set-up, then notes' ends, then controls, then beginnings. */
  readonly order: number;
  readonly bytes: readonly number[];
}

/** Big-endian base 128, as MIDI files write lengths of time. */
function variableLength(value: number): number[] {
  const bytes = [value & 127];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 127) | 128);
  return bytes;
}

/** Decibels as the square law of MIDI volume (40 log10 of the ratio), around a full level of 100. */
function volume(gain: number): number {
  return clamp(Math.round(100 * 10 ** (gain / 40)), 1, 127);
}

/**
 * The soundfont's voices of a interpretation as a format 0 MIDI file: a channel a
 * voice, bank by controller 0, no reverb or chorus. Throws with more than 15
 * such voices.
 */
export function midiFile(played: Played, interpretation: Interpretation): Buffer {
  const messages: Message[] = [];
  const channels = new Map<string, number>();
  const add = (at: number, order: number, ...bytes: number[]): void => {
    messages.push({ at: Math.round(at * TICKS), order, bytes });
  };
  for (const [id, voice] of Object.entries(interpretation.voices)) {
    const { sound } = INSTRUMENTS[voice.instrument];
    if (typeof sound === 'string') continue;
    const channel = CHANNELS[channels.size];
    if (channel === undefined) throw new Error('more than 15 voices of the soundfont');
    channels.set(id, channel);
    add(0, 0, 0xb0 | channel, 0, sound.bank);
    add(0, 1, 0xc0 | channel, sound.program);
    add(0, 2, 0xb0 | channel, 10, Math.round(64 + 63 * (voice.pan ?? 0)));
    add(0, 2, 0xb0 | channel, 7, volume(voice.gain ?? 0));
    add(0, 2, 0xb0 | channel, 11, voice.expression ? voice.expression[0] : 127);
  }
  for (const control of played.controls) {
    const channel = channels.get(control.voice);
    const value = clamp(control.value, 0, 127);
    if (channel !== undefined) add(control.at, 4, 0xb0 | channel, control.controller, value);
  }
  for (const note of played.notes) {
    const channel = channels.get(note.voice);
    if (channel === undefined) continue;
    add(note.at, 5, 0x90 | channel, note.midi, note.velocity);
    add(note.at + note.length, 3, 0x80 | channel, note.midi, 64);
  }
  const sorted = messages
    .map((message, index) => ({ ...message, index }))
    .sort((a, b) => a.at - b.at || a.order - b.order || a.index - b.index);
  const track: number[] = [0, 0xff, 0x51, 3, 0x0f, 0x42, 0x40];
  let last = 0;
  for (const { at, bytes } of sorted) {
    track.push(...variableLength(at - last), ...bytes);
    last = at;
  }
  track.push(1, 0xff, 0x2f, 0);
  const header = Buffer.from([
    0x4d,
    0x54,
    0x68,
    0x64,
    0,
    0,
    0,
    6,
    0,
    0,
    0,
    1,
    TICKS >> 8,
    TICKS & 255,
  ]);
  const chunk = Buffer.alloc(8);
  chunk.write('MTrk');
  chunk.writeUInt32BE(track.length, 4);
  return Buffer.concat([header, chunk, Buffer.from(track)]);
}
