import { mix, ramp } from '../core/maths/scalar.ts';
import { polygon, round } from '../core/paths/path.ts';
import { COIN } from '../scenes/shapes/coin.ts';
import type { Transition } from '../schemas/picture.ts';
import { cutAt, END, START } from './panes.ts';

/** A coin rolls through, spinning: its edge wipes one scene and leaves the next. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width } = screen;
  const y = 500;
  const r = 560;
  const x = mix(width + r * 0.9, -r * 0.9, progress);
  const spin = Math.cos(progress * Math.PI * 4.5);
  const thin = Math.max(0.014, Math.abs(spin));
  const disc = (k: number, dx = 0): string =>
    `M${round(x + dx - r * k * thin)} ${y}a${round(r * k * thin)} ${round(r * k)} 0 0 1 ${round(2 * r * k * thin)} 0a${round(r * k * thin)} ${round(r * k)} 0 0 1 ${round(-2 * r * k * thin)} 0Z`;
  /** A polygon on the coin's face, in shares of its radius. */
  const cut = (...points: readonly number[]): string =>
    polygon(...points.map((v, i) => (i % 2 ? y + v * r : x + v * r * thin)));
  let beads = '';
  for (let i = 0; i < 48; i++) {
    const a = (i / 48) * 6.2832;
    const p = (turn: number, k: number) => [Math.cos(turn) * k, Math.sin(turn) * k];
    beads += cut(...p(a - 0.022, 0.9), ...p(a, 0.93), ...p(a + 0.022, 0.9), ...p(a, 0.87));
  }
  // Heads: a pointe shoe on its box. Tails: the blade. Ribbons cross behind both.
  const ribbons = COIN.ribbons.map((points) => cut(...points)).join('');
  const [face, light] = spin > 0 ? [COIN.shoe, COIN.shoeLight] : [COIN.blade, COIN.bladeLight];
  // The rim's thickness shows as the coin turns.
  const edge = 26 * Math.sqrt(1 - thin * thin);
  const [left, right] = cutAt(screen, x, x);
  // It shines once it has left the side on which words stand.
  const shine = mix(0.55, 1, ramp(progress, 0.6, 0.72));
  return {
    outgoing: [left],
    incoming: [right],
    behind: [
      { d: disc(1, edge * Math.sign(spin)), tone: 'umber' },
      { d: disc(1), tone: 'ochre', opacity: shine },
      { d: disc(0.988), tone: 'brass' },
      { d: disc(0.955), tone: 'umber' },
      { d: beads + ribbons, tone: 'brass', opacity: 0.7 },
      { d: cut(...face), tone: 'brass' },
      { d: cut(...light), tone: 'ochre', opacity: shine },
    ],
    before: [],
  };
}) satisfies Transition;
