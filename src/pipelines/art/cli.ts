/**
 * Renders the clips and stills of the dances:
 *
 *     npm run art [-- dance …]
 *
 * All dances when none is named. Writes public/clips/<dance>.json and
 * public/stills/<dance>.json, and into src/data/dances.json how all of them begin and end. Needs the body: see BODY_DIR in body.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBody } from './anatomy.ts';
import { stillOf } from './assemble.ts';
import { MissingBodyError } from './body.ts';
import { DANCES, WRITTEN_DANCES } from './choreography/dances/index.ts';
import { hireCrew } from './crew.ts';
import { encodeClip } from './encode.ts';
import { progressOn } from './progress.ts';
import { simulate } from './simulate.ts';
import { writeClip } from './write.ts';

const FACTS = join(import.meta.dirname, '../../data/dances.json');

/** A mistake to be told in one line. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: join(import.meta.dirname, '../../../public') } },
  });
  const unknown = positionals.filter((id) => !DANCES.some((dance) => dance.id === id));
  if (unknown.length)
    throw new UsageError(
      `No dance is called ${unknown.join(', ')}; there are ${DANCES.map(({ id }) => id).join(', ')}`,
    );
  const ends = WRITTEN_DANCES.map(({ id, begins, ends }) => [id, { begins, ends }]);
  writeFileSync(FACTS, `${JSON.stringify(Object.fromEntries(ends), null, 2)}\n`);
  const body = loadBody();
  const progress = progressOn(process.stderr);
  progress.show('cloth');
  const moments = simulate(
    body,
    DANCES,
    (dance) => !positionals.length || positionals.includes(dance.id),
  );
  const folders = { clips: join(values.out, 'clips'), stills: join(values.out, 'stills') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const crew = hireCrew();
  try {
    for (const [dance, frames] of moments) {
      const traced = await crew.draw(frames, (done) =>
        progress.show(`${dance.id}: frame ${done} of ${frames.length}`),
      );
      progress.show(`${dance.id}: writing`);
      const { clip, text, bytes, drawn } = writeClip(traced, new Set([dance.best]));
      writeFileSync(join(folders.clips, `${dance.id}.json`), text);
      writeFileSync(
        join(folders.stills, `${dance.id}.json`),
        encodeClip(stillOf(clip, dance.best)),
      );
      progress.end(
        `${dance.id}: ${drawn.length} drawings for ${frames.length} moments, ${(bytes / 1000).toFixed(1)} kB with brotli`,
      );
    }
  } finally {
    await crew.dismiss();
  }
}

try {
  await main();
} catch (error) {
  const told =
    error instanceof UsageError ||
    error instanceof MissingBodyError ||
    (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (!told) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
