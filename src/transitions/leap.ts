import { ease, mix } from '../core/paths/ease.ts';
import { gouge, round } from '../core/paths/path.ts';
import { random } from '../core/paths/random.ts';
import type { Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** She leaps, and the world tears past under her: one scene pushes the other off along her path. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const noise = random(17);
  const at = mix(width + 150, -150, ease(progress));
  const points: string[] = [];
  for (let i = 0; i <= 16; i++)
    points.push(
      `${round(at + (i % 2 ? 34 : -34) + (noise() - 0.5) * 70 + (500 - i * 62.5) * 0.16)} ${round(i * 62.5)}`,
    );
  const tear = points.join('L');
  const speed = Math.sin(Math.PI * progress);
  let lines = '';
  for (let i = 0; i < 22; i++) {
    const x = at + (noise() - 0.4) * width * 1.3;
    lines += gouge(x, 40 + noise() * 900, (120 + noise() * 300) * speed, -14, 2.5);
  }
  return {
    outgoing: [{ clip: `M-9 -9L${tear}L-9 1009Z` }],
    incoming: [{ clip: `M${width + 9} -9L${tear}L${width + 9} 1009Z` }],
    behind: [
      {
        d: `M${tear}L${tear
          .split('L')
          .reverse()
          .map((p, i) => {
            const [x, y] = p.split(' ').map(Number);
            return `${round(x! + 34 + (i % 3) * 16)} ${y}`;
          })
          .join('L')}Z`,
        tone: 'blood',
      },
    ],
    before: [{ d: lines, tone: 'blood', opacity: speed }],
  };
}) satisfies Transition;
