/** `npm run build`: the production site in `dist`, with its compressed copies. */
import { buildSite } from '../build/buildSite.ts';
import { readSettings } from '../server/settings.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  readSettings(process.env);
  await buildSite(ROOT);
});
