/** The worker that keeps stories, with the list of what this build has. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICE_WORKER } from '../../config/names.ts';
import { keptList } from './keptList.ts';

const SOURCE = join(import.meta.dirname, '../../effects/offline/serviceWorker.ts');

/** The worker's script, the same for all that is built. */
export async function bundleServiceWorker(): Promise<string> {
  // Loading it takes half a second, in which a build has begun elsewhere.
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: SOURCE,
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    return output[0].code;
  } finally {
    await build.close();
  }
}

/**
 * @param dist the folder of built files, but for their compressed copies
 * @param base '' or '/story'
 * @param script what {@link bundleServiceWorker} has made
 */
export async function writeServiceWorker(
  dist: string,
  base: string,
  script = bundleServiceWorker(),
): Promise<void> {
  const list = JSON.stringify(keptList(dist, base));
  await writeFile(join(dist, SERVICE_WORKER), `self.keptList=${list};${await script}`);
}
