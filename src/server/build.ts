/** `npm run build`: the production site in `dist`, with its compressed copies. */
import { buildSite } from './buildSite.ts';
import { main, ROOT } from './main.ts';
import { readSettings } from './settings.ts';

await main(async () => {
  readSettings(process.env);
  await buildSite(ROOT);
});
