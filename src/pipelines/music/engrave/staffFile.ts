import type { StaffFile } from '../../../schemas/cue.ts';
import type { CuePlan } from '../cues/cue.ts';
import type { Played } from '../interpretation/played.ts';
import type { Piece } from '../notes/piece.ts';
import { engrave } from './engrave.ts';

/** Engraves a cue and joins it with the times of its notes. `offset`: seconds from the recording's start to the interpretation's. */
export async function staffFile(
  plan: CuePlan,
  piece: Piece,
  played: Played,
  offset: number,
): Promise<StaffFile> {
  const svg = await engrave(piece, plan.staff);
  const drawn = new Set(
    piece.voices
      .filter((voice) => plan.staff.voices.includes(voice.id))
      .flatMap((voice) => voice.bars.flatMap((bar) => bar.events.map((event) => event.id))),
  );
  const milliseconds = (seconds: number): number => Math.round((seconds + offset) * 1000);
  const notes = played.written
    .filter(({ event }) => drawn.has(event))
    .map(({ event, from, to }) => {
      return [event, milliseconds(from), milliseconds(to), headOf(svg, event)] as const;
    });
  return {
    title: plan.title,
    composer: plan.composer,
    bars: plan.bars,
    svg,
    size: sizeOf(svg),
    notes,
  };
}

/** Width and height of the outer picture in the units of its inner one. */
function sizeOf(svg: string): [number, number] {
  const boxes = [...svg.matchAll(/viewBox="0 0 ([\d.]+) ([\d.]+)"/g)];
  const [, width, height] = boxes.at(-1) ?? [];
  if (!width || !height) throw new Error('the engraving has no viewBox');
  return [Math.round(Number(width)), Math.round(Number(height))];
}

/** X of the first glyph drawn for an event, in the same units. */
function headOf(svg: string, id: string): number {
  const start = svg.indexOf(`id="${id}"`);
  if (start < 0) throw new Error(`the engraving has no note ${id}`);
  const found = /translate\(([-\d.]+)/.exec(svg.slice(start));
  return Math.round(Number(found?.[1] ?? 0));
}
