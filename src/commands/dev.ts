/** `npm run dev`: the site while it is being written. */
import { runAstro } from '../build/astro.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  process.exitCode = await runAstro(ROOT, ['dev', ...process.argv.slice(2)]);
});
