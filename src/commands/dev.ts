/** `npm run dev`: the site while it is being written, and the studio, which opens where someone sits before the screen. */
import { runAstro } from '../build/astro.ts';
import { STUDIO_PATH } from '../config/studio.ts';
import { withBase } from '../core/site/address.ts';
import { readSettings } from '../server/settings.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  const given = process.argv.slice(2);
  const said = given.some((option) => /^--(?:no-)?open\b/.test(option));
  const seen = process.stdout.isTTY && !process.env['CI'];
  const studio = withBase(readSettings(process.env).base, STUDIO_PATH);
  const open = seen && !said ? ['--open', studio] : [];
  process.exitCode = await runAstro(ROOT, ['dev', ...open, ...given]);
});
