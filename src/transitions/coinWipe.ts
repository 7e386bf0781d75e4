import { mix } from '../core/paths/ease.ts';
import { ellipse, gouge, rect } from '../core/paths/path.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { cutAt, END, START } from './panes.ts';

const R = 540;

/** A coin rolls across, spinning; what its edge has passed is the next scene. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width } = screen;
  const x = mix(width + R, -R, progress);
  const spin = Math.cos(progress * Math.PI * 3.5);
  const thin = Math.max(0.012, Math.abs(spin));
  const face = (k: number): string => ellipse(x, 500, R * k * thin, R * k);
  const mark = (dx: number, dy: number, w: number): string =>
    gouge(x - dx * thin, 500 - dy, 2 * dx * thin, 2 * dy, w);
  const behind: Shape[] = [
    { d: face(1), tone: 'ochre' },
    { d: face(0.97), tone: 'brass' },
    { d: face(0.86), tone: 'ochre', opacity: 0.5 },
    { d: face(0.845), tone: 'brass' },
    {
      d: `${mark(250, 250, 34)}${mark(-170, 200, 26)}`,
      tone: spin > 0 ? 'ochre' : 'deep',
      opacity: Math.abs(spin),
    },
    { d: rect(x - 3, -40, 6, 1080), tone: 'ochre' },
  ];
  const [left, right] = cutAt(screen, x, x);
  return { outgoing: [left], incoming: [right], behind, before: [] };
}) satisfies Transition;
