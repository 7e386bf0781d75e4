import { clamp, mix } from '../../../core/maths/scalar.ts';
import type { PlayedControl } from './played.ts';
import type { VoiceSettings } from './settings.ts';

interface Shape {
  /** Seconds. */
  readonly at: number;
  readonly length: number;
  /** The phrase's arch, 0 to 1. */
  readonly arch: number;
  /** Loudness at the note's start and end, 0 to 7. */
  readonly start: number;
  readonly finish: number;
}

/** Seconds between two controller values. */
const STEP = 0.05;
/** Vibrato sets in after this and is full after that many seconds more. */
const VIBRATO_DELAY = 0.18;
const VIBRATO_GROWTH = 0.4;

/** Expression and vibrato of one bowed or blown note: it swells a little, with the phrase and the marks. */
export function controlsOf(voice: string, settings: VoiceSettings, shape: Shape): PlayedControl[] {
  const [low, high] = settings.expression ?? [127, 127];
  const steps = Math.max(2, Math.round(shape.length / STEP));
  const controls: PlayedControl[] = [];
  for (let i = 0; i <= steps; i++) {
    const part = i / steps;
    const at = shape.at + shape.length * part;
    const mark = (shape.start + (shape.finish - shape.start) * part) / 7;
    const swell = Math.sin(Math.PI * Math.min(1, 0.3 + part * 0.7));
    const level = mark + 0.16 * (shape.arch - 0.5) + 0.14 * (swell - 0.6);
    const expression = mix(low, high, clamp(level));
    controls.push({ voice, at, controller: 11, value: Math.round(expression) });
    if (settings.vibrato) {
      const grown = (shape.length * part - VIBRATO_DELAY) / VIBRATO_GROWTH;
      const depth = settings.vibrato * clamp(grown);
      controls.push({ voice, at, controller: 1, value: Math.round(depth) });
    }
  }
  return controls;
}
