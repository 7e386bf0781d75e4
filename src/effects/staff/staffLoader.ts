/** Fetches the engraved staves, each once. */

import { withBase } from '../../core/site/address.ts';
import { middleLine } from '../../core/staff/staffPlace.ts';
import type { StaffFile } from '../../schemas/cue.ts';
import type { CueId } from '../../schemas/repertoire.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';

/** What asks for a cue's staff below the site's `base`, until it comes. */
export function staffs(base: string): (cue: CueId) => Promise<StaffFile> {
  const known = new Map<CueId, Promise<StaffFile>>();
  return (cue) => {
    const url = withBase(base, `scores/${cue}.json`);
    const file = known.get(cue) ?? keepTrying((attempt) => readStaff(url, attempt));
    known.set(cue, file);
    return file;
  };
}

async function readStaff(url: string, attempt: Attempt): Promise<StaffFile> {
  const file = (await (await fetchFile(url, attempt)).json()) as StaffFile;
  if (middleLine(file.svg) === null) throw new Error(`${url}: no staff`);
  return file;
}
