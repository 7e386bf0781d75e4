/** `npm start`: the production site on this machine, built first if need be. */
import { join } from 'node:path';
import { ensureBuild } from '../build/buildSite.ts';
import { listen } from '../server/listen.ts';
import { serveReplies } from '../server/replies/serveReplies.ts';
import { areRepliesOn, readReplySettings } from '../server/replies/settings.ts';
import { readSettings } from '../server/settings.ts';
import { serveSite } from '../server/site.ts';
import { main, ROOT } from './main.ts';

// Ctrl-C is how a server ends: no failure.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

await main(async () => {
  const settings = readSettings(process.env);
  const replies = areRepliesOn(process.env);
  // The build is told, too: pages of a static host have no form.
  process.env['REPLIES'] = replies ? 'on' : 'off';
  const site = { dist: join(ROOT, 'dist'), base: settings.base };
  // The port is taken before the build: who learns that it is in use should not wait for that.
  let serve = serveSite(site);
  const built = Promise.withResolvers<void>();
  const server = await listen((request, response) => {
    void built.promise.then(() => serve(request, response));
  }, settings);
  await ensureBuild(ROOT);
  serve = replies
    ? (await serveReplies(site, readReplySettings(process.env, ROOT), serve)).listener
    : serve;
  built.resolve();
  console.log(`The story is at ${server.address} (Ctrl-C ends it).`);
});
