/** Which notes of a staff sound at a moment. Pure. */
import type { StaffFile } from '../../schemas/cue.ts';

/** Indices into `notes` (in order of beginnings) of those that sound at `ms`: begun, and not yet over. */
export function soundingAt(notes: StaffFile['notes'], ms: number): number[] {
  const sounding: number[] = [];
  for (let i = 0; i < notes.length && notes[i]![1] <= ms; i++) {
    if (ms < notes[i]![2]) sounding.push(i);
  }
  return sounding;
}
