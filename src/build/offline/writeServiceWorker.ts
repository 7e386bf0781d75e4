/** The worker that keeps stories, with the list of what this build has. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { SERVICE_WORKER } from '../../config/names.ts';
import { keptList } from './keptList.ts';

const SOURCE = join(import.meta.dirname, '../../effects/offline/serviceWorker.ts');

/**
 * @param dist the folder of built files, but for their compressed copies
 * @param base '' or '/story'
 */
export async function writeServiceWorker(dist: string, base: string): Promise<void> {
  const build = await rolldown({
    input: SOURCE,
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    const list = JSON.stringify(keptList(dist, base));
    await writeFile(join(dist, SERVICE_WORKER), `self.keptList=${list};${output[0].code}`);
  } finally {
    await build.close();
  }
}
