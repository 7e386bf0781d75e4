/** Serves a built site with replies from a process of its own, which tests may kill: `serveReplies.ts DIST DATABASE [PORT]`. */
import { listen } from '../../src/server/listen.ts';
import { serveReplies } from '../../src/server/replies/serveReplies.ts';
import { readReplySettings } from '../../src/server/replies/settings.ts';
import { serveSite } from '../../src/server/site.ts';

const [dist, database, port = '0'] = process.argv.slice(2) as [string, string, string?];
const rate = { count: Number.POSITIVE_INFINITY, within: 3_600_000 };
const limits = { network: rate, unstamped: rate, place: rate, mention: rate, desk: rate };
const site = { dist, base: '' };
const settings = readReplySettings(
  { REPLIES_DB: database, REPLIES_NEAR: process.env['REPLIES_NEAR'] },
  dist,
);
const { listener } = await serveReplies(site, settings, serveSite(site), { limits });
const { address } = await listen(listener, { host: '127.0.0.1', port: Number(port), base: '' });
console.log(address);
