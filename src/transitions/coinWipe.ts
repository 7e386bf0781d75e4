import { mix } from '../core/maths/scalar.ts';
import { ellipse, polygon } from '../core/paths/path.ts';
import { COIN } from '../scenes/shapes/coin.ts';
import { transition } from '../timelines/transition.ts';
import { cutAt } from './shapes/panes.ts';

const Y = 500;
const RADIUS = 560;

/** A coin rolls through, spinning: its edge wipes one scene and leaves the next. */
export default transition({
  actors: {
    coin: {
      /** From beyond the right edge (0) to beyond the left (1). */
      across: 0,
      /** Half turns; whole ones show a face, heads and tails in turn, and at a half it is seen from its edge. */
      turns: 1.5,
      /** How brightly its high light shines. */
      shine: 0.55,
    },
  },
  arrange(timeline, { coin }) {
    timeline
      .addLabel('rolls in')
      .to(coin, { across: 1, ease: 'sine.inOut' }, 0)
      .to(coin, { turns: 2, duration: 0.32, ease: 'sine.out' }, 0)
      // In the middle of the picture it spins: in with the shoe, out with the blade.
      .addLabel('heads to tails', 0.32)
      .to(coin, { turns: 5, duration: 0.38, ease: 'sine.inOut' }, 0.32)
      .to(coin, { turns: 5.5, duration: 0.3, ease: 'sine.in' }, 0.7)
      // It shines once it has left the side on which words stand.
      .to(coin, { shine: 1, duration: 0.12 }, 0.6);
  },
  draw({ coin }, screen) {
    const [y, r] = [Y, RADIUS];
    const x = mix(screen.width + r * 0.9, -r * 0.9, coin.across);
    const facing = Math.cos(coin.turns * Math.PI);
    const thin = Math.max(0.014, Math.abs(facing));
    const disc = (k: number, dx = 0): string => ellipse(x + dx, y, r * k * thin, r * k);
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
    const [face, light] = facing > 0 ? [COIN.shoe, COIN.shoeLight] : [COIN.blade, COIN.bladeLight];
    // The rim's thickness shows as the coin turns.
    const edge = 26 * Math.sqrt(1 - thin * thin);
    const [left, right] = cutAt(screen, x, x);
    return {
      outgoing: [left],
      incoming: [right],
      behind: [
        { d: disc(1, edge * Math.sign(facing)), tone: 'umber' },
        { d: disc(1), tone: 'ochre', opacity: coin.shine },
        { d: disc(0.988), tone: 'brass' },
        { d: disc(0.955), tone: 'umber' },
        { d: beads + ribbons, tone: 'brass', opacity: 0.7 },
        { d: cut(...face), tone: 'brass' },
        { d: cut(...light), tone: 'ochre', opacity: coin.shine },
      ],
      before: [],
    };
  },
});
