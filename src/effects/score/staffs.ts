/** Fetches the engraved staves, each once. */
import type { CueId } from '../../config/programme.ts';
import { withBase } from '../../core/address.ts';
import type { StaffFile } from '../../schemas/cue.ts';

/** What asks for a cue's staff below the site's `base`; null when it cannot be had: it is asked for again the next time. */
export function staffs(base: string): (cue: CueId) => Promise<StaffFile | null> {
  const known = new Map<CueId, Promise<StaffFile | null>>();
  return (cue) => {
    let file = known.get(cue);
    if (!file) {
      file = fetchStaff(withBase(base, `scores/${cue}.json`)).catch(() => {
        known.delete(cue);
        return null;
      });
      known.set(cue, file);
    }
    return file;
  };
}

async function fetchStaff(url: string): Promise<StaffFile> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as StaffFile;
}
