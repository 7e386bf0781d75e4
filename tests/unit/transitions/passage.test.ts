import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { TONES } from '../../../src/config/tones.ts';
import { compose } from '../../../src/core/stage/compose.ts';
import { posterSvg } from '../../../src/core/stage/poster.ts';
import { loadScene } from '../../../src/scenes/index.ts';
import { backdrop } from '../../../src/scenes/shapes/stage.ts';
import type { Scene, Screen } from '../../../src/schemas/picture.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';
import { REPERTOIRE } from '../../helpers/repertoire.ts';
import { TALL, WIDE } from '../scenes/inspect.ts';
import { COLUMN, loudness } from '../scenes/loudness.ts';

const transitions = await Promise.all(
  TRANSITION_IDS.map(async (id) => [id, await loadTransition(id)] as const),
);

/** The scene that a transition was made for and the one after it, or any two. */
async function scenesOf(id: string): Promise<readonly [from: Scene, to: Scene | undefined]> {
  const at = Math.max(
    0,
    REPERTOIRE.entries.findIndex(({ transition }) => transition === id),
  );
  const next = REPERTOIRE.entries[at + 1];
  return [await loadScene(REPERTOIRE.entries[at]!.scene), next && (await loadScene(next.scene))];
}

/** A scene of one colour, to be told apart from everything else. */
const plain = (colour: string): Scene => ({
  set: { far: [backdrop('plain')], middle: [], near: [] },
  tones: { plain: colour },
  best: 0.5,
  quiet: 'either',
  at: () => ({}),
});
const GREEN = plain('#00ff00');
const BLUE = plain('#0000ff');

/** Shares of the picture that are quite green and quite blue. */
async function colours(svg: string, { width }: Screen): Promise<{ green: number; blue: number }> {
  const sized = svg.replace('<svg ', `<svg width="${Math.round(width / 10)}" height="100" `);
  const { data, info } = await sharp(Buffer.from(sized))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const share = (channel: number) => {
    let found = 0;
    for (let i = 0; i < data.length; i += info.channels)
      if ([0, 1, 2].every((k) => Math.abs(data[i + k]! - (k === channel ? 255 : 0)) < 30)) found++;
    return (found * info.channels) / data.length;
  };
  return { green: share(1), blue: share(2) };
}

const passage = (transition: (typeof transitions)[number][1], progress: number, screen: Screen) =>
  colours(
    posterSvg(
      TONES,
      screen,
      { scene: GREEN, side: 'left', progress: 1 },
      { transition, progress, to: { scene: BLUE, side: 'right', progress: 0 } },
    ),
    screen,
  );

describe.each(transitions)('%s', (id, transition) => {
  test.each([
    ['wide', WIDE],
    ['tall', TALL],
  ] as const)('on %s screens begins with one scene and ends with the other', async (_, screen) => {
    const first = await passage(transition, 0.01, screen);
    expect(first.green).toBeGreaterThan(0.85);
    expect(first.blue).toBe(0);
    const last = await passage(transition, 0.99, screen);
    expect(last.green).toBe(0);
    // The credits rise over what leaves; nothing comes.
    expect(last.blue).toBeGreaterThan(id === 'endCredits' ? -1 : 0.85);
    const middle = await passage(transition, 0.5, screen);
    expect(middle.green).toBeLessThan(first.green);
    expect(middle.blue).toBeLessThan(Math.max(last.blue, 0.01));
  });

  test('is the same picture forwards and backwards', async () => {
    const [from, to = from] = await scenesOf(id);
    const chapters = [
      { side: 'left' as const, scene: from, transition },
      { side: 'right' as const, scene: to, transition },
    ];
    const steps = Array.from({ length: 21 }, (_, i) => i / 20);
    const drawn = (passed: number) =>
      JSON.stringify(
        compose(
          {
            chapter: passed < 0.5 ? 0 : 1,
            progress: passed < 0.5 ? 0.95 + passed / 10 : (passed - 0.5) / 10,
            crossing: { from: 0, to: 1, progress: passed },
            overture: 1,
          },
          chapters,
          WIDE,
        ),
        // What a scene is does not change.
        (key, value) => (key === 'scene' ? undefined : value),
      );
    const forwards = steps.map(drawn);
    const backwards = steps.toReversed().map(drawn).toReversed();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards).size).toBe(steps.length);
  });

  test.each(['left', 'right'] as const)(
    'brings nothing loud into the column of words at the %s before they have left',
    async (side) => {
      const [from, to] = await scenesOf(id);
      for (const progress of [0.15, 0.45]) {
        const svg = posterSvg(
          TONES,
          WIDE,
          { scene: from, progress: 0.95, side },
          {
            transition,
            progress,
            to: to && { scene: to, progress: 0.02, side: side === 'left' ? 'right' : 'left' },
          },
        );
        // Less than a glint or a lit arch; and what words are left there have a ground of their own.
        expect(await loudness(svg, COLUMN[side])).toBeLessThan(0.035);
      }
    },
  );
});
