/** The loops as a browser decodes and plays them: where they turn back, nothing is heard of it. */
import { readFileSync } from 'node:fs';
import { jointIn, NEAR } from '../../src/pipelines/music/sound/seam.ts';
import type { CueSheet } from '../../src/schemas/cue.ts';
import { expect, test } from './story.ts';

const { cues, effects } = JSON.parse(readFileSync('src/data/cues.json', 'utf8')) as CueSheet;
const loops = [...cues, ...effects].flatMap(({ id, loop, sources }) =>
  loop ? sources.map(({ url, type }) => ({ name: `${id}, ${type}`, url, loop })) : [],
);

test('no loop’s seam stands out of its music, in either codec, at either rate', async ({
  page,
}) => {
  await page.goto('/404.html');
  const stands: string[] = [];
  for (const { name, url, loop } of loops) {
    for (const rate of [44_100, 48_000]) {
      const channels = await page.evaluate(
        async ({ url, loop, rate, near }) => {
          const bytes = await (await fetch(`.${url}`)).arrayBuffer();
          const buffer = await new OfflineAudioContext(2, 1, rate).decodeAudioData(bytes);
          // From a little before the turn to as much behind it.
          const around = Math.round(near * rate);
          const context = new OfflineAudioContext(buffer.numberOfChannels, 2 * around, rate);
          const source = context.createBufferSource();
          source.buffer = buffer;
          source.loop = true;
          source.loopStart = loop.start;
          source.loopEnd = loop.end;
          source.connect(context.destination);
          source.start(0, loop.end - around / rate);
          const heard = await context.startRendering();
          return Array.from({ length: heard.numberOfChannels }, (_, channel) => [
            ...heard.getChannelData(channel),
          ]);
        },
        { url, loop, rate, near: NEAR },
      );
      const joint = Math.max(...channels.map((channel) => jointIn(Float64Array.from(channel))));
      if (joint > 1) stands.push(`${name}, ${rate} Hz: ${joint.toFixed(2)} of the music's own`);
    }
  }
  expect(stands).toEqual([]);
  expect(loops.map(({ name }) => name)).toContain('mountain-king, audio/mpeg');
});
