/** Reads from the page what music its chapters have: the written text is the only copy. */
import type { CueId } from '../../config/catalogue.ts';
import type { Cue } from '../../schemas/cue.ts';

export interface Piece {
  readonly cue: CueId;
  /** Seconds that the chapter's dance is stretched over when nothing sounds. */
  readonly length: number;
  readonly captions: Cue['captions'];
  /** On wide windows: where the chapter's words stand. */
  readonly side: 'left' | 'right';
}

/** The pieces of the page's chapters, in order; see `Heard.astro`. */
export function readPieces(): Piece[] {
  return [...document.querySelectorAll<HTMLElement>('[data-heard]')].map((element) => ({
    cue: element.dataset['heard'] as CueId,
    length: Number(element.dataset['length']),
    captions: [...element.querySelectorAll<HTMLElement>('[data-at]')].map(
      (line) => [Number(line.dataset['at']), line.textContent] as const,
    ),
    side: element.closest('.chapter--right') ? 'right' : 'left',
  }));
}
