import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { danceClip, readClip } from '../../../../src/pipelines/art/danceClip.ts';

test('a clip is read from its file as the stage reads it', async () => {
  const clip = await danceClip('training');
  expect(clip.frames.length).toBeGreaterThan(80);
  expect(clip.layers).toContain('body');
  expect(clip.frames[0]!.layers.flat().length).toBeGreaterThan(0);
});

test('a file that holds no clip is an error, not an empty stage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clip-'));
  writeFileSync(join(folder, 'no.json'), '{"frames": 3}');
  await expect(readClip(join(folder, 'no.json'))).rejects.toThrow();
  rmSync(folder, { recursive: true });
});
