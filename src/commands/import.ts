/** `npm run import -- SOURCE`: an article becomes a story. */

import { ContentError } from '../core/content/contentError.ts';
import { ImportError } from '../pipelines/import/article.ts';
import { runImport } from '../pipelines/import/command.ts';
import { UsageError } from '../server/settings.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  try {
    await runImport(process.argv.slice(2), {
      root: ROOT,
      // npm runs scripts in the project's folder, and says where it was called.
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
      input: process.stdin,
      today: new Date().toISOString().slice(0, 10),
      async site() {
        const [{ subsetsFor }, { findStories }, { subsetsOf }] = await Promise.all([
          import('../core/fonts/subsets.ts'),
          import('../data/findStories.ts'),
          import('../data/typefaces.ts'),
        ]);
        const [atRoot] = findStories(ROOT, []);
        return {
          address: new URL(atRoot.story.address).origin,
          missingLetters: (text) => subsetsFor(text, subsetsOf(ROOT, 'display')).missing,
        };
      },
      say: console.log,
      progress: console.error,
    });
  } catch (error) {
    if (error instanceof ImportError || error instanceof ContentError)
      throw new UsageError(error.message);
    throw error;
  }
});
