/**
 * `npm run music [-- name …]`: makes the recordings, staves and effects that the
 * site serves. Names are cue ids or `effects`; without any, everything is made.
 * The same input gives the same bytes with the same versions of the tools.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cue, CueSheet, SoundEffect } from '../../schemas/cue.ts';
import type { CueId } from '../../schemas/repertoire.ts';
import type { NamedCue } from './cues/cue.ts';
import { CUE_IDS, readCue } from './cues/index.ts';
import { makeEffects } from './effects/make.ts';
import { makeCue } from './makeCue.ts';
import { findTools } from './tools.ts';

const PUBLIC = fileURLToPath(new URL('../../../public', import.meta.url));
const BIOME = fileURLToPath(new URL('../../../node_modules/.bin/biome', import.meta.url));
const SHEET = fileURLToPath(new URL('../../data/cues.json', import.meta.url));

function readSheet(): CueSheet {
  try {
    return JSON.parse(readFileSync(SHEET, 'utf8')) as CueSheet;
  } catch {
    return { cues: [], effects: [] };
  }
}

async function run(names: readonly string[]): Promise<void> {
  const known = [...CUE_IDS, 'effects'] as const;
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`no cue "${unknown[0]}"; there are: ${known.join(', ')}`);
  const wanted = names.length > 0 ? names : known;
  const plans = new Map<string, NamedCue>();
  for (const name of wanted) if (name !== 'effects') plans.set(name, await readCue(name));
  const tools = findTools(
    new Set(
      [...plans.values()].flatMap(({ interpretation }) =>
        Object.values(interpretation.voices).map(({ instrument }) => instrument),
      ),
    ),
  );
  const before = readSheet();
  const cues = new Map<CueId, Cue>(before.cues.map((cue) => [cue.id, cue]));
  let effects: readonly SoundEffect[] = before.effects;
  let done = 0;
  for (const name of wanted) {
    done += 1;
    process.stdout.write(`[${done}/${wanted.length}] ${name} …\n`);
    if (name === 'effects') {
      effects = makeEffects(PUBLIC);
      for (const effect of effects)
        process.stdout.write(
          `  ${effect.id}: ${effect.duration.toFixed(1)} s, ${effect.sources[0]!.bytes} bytes\n`,
        );
    } else {
      const made = await makeCue(plans.get(name)!, tools, PUBLIC);
      cues.set(made.cue.id, made.cue);
      process.stdout.write(`  ${made.report}\n`);
    }
    // Known pieces keep their places; those whose notes are gone go.
    const known = [...cues.values()].filter(({ id }) => CUE_IDS.includes(id));
    const sheet: CueSheet = { cues: known, effects };
    writeFileSync(SHEET, `${JSON.stringify(sheet, null, 2)}\n`);
  }
  // Formatted like every other source file.
  execFileSync(BIOME, ['format', '--write', SHEET], { stdio: 'ignore' });
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
