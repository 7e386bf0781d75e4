/** What stands for a set that has not come: an empty stage in a light of its own. */
import type { Scene } from '../../schemas/picture.ts';
import { ellipse, rect } from '../paths/path.ts';

/** A beam from above onto the floor, fainter towards its edges. */
const beam = (top: number, foot: number): string =>
  `M${-top} -1500H${top}L${foot} 0A${foot} ${foot / 6} 0 0 1 ${-foot} 0Z`;

export const EMPTY_STAGE: Scene = {
  set: {
    far: [{ d: rect(-1800, -1500, 3600, 1500), tone: 'night' }],
    middle: [
      { d: rect(-1800, 0, 3600, 900), tone: 'coal' },
      { d: beam(60, 520), tone: 'chalk', opacity: 0.07 },
      { d: beam(40, 420), tone: 'chalk', opacity: 0.08 },
      { d: ellipse(0, 0, 420, 70), tone: 'chalk', opacity: 0.28 },
      { d: ellipse(0, 0, 300, 48), tone: 'bone', opacity: 0.3 },
    ],
    near: [],
  },
  best: 0.5,
  quiet: 'either',
  at: () => ({}),
};
