/** How the whole story is composed as a poster; scenes say it of themselves. */
import type { Shot } from '../schemas/poster.ts';

/** The whole story’s own poster: close, her arms a crown, the title across her. */
export const COVER: Readonly<Record<'wide' | 'square', Shot>> = {
  wide: { x: 0.5, y: 1.29, share: 1.02, title: 'bottom' },
  square: { x: 0.56, y: 1.03, share: 0.78, title: 'bottom' },
};
