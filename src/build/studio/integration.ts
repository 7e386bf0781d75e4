/** The studio as a part of Astro's development server, and of nothing else. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { STUDIO_API, STUDIO_PATH } from '../../config/studio.ts';
import { withBase } from '../../core/site/address.ts';
import { workshop } from '../../data/workshop.ts';
import { studioCallSchema } from '../../schemas/studio.ts';
import { refusal } from './guard.ts';

/** Bytes of a request: more than any chapter has. */
const MOST = 1_000_000;

/** Packages that pages and the studio load in development. */
const CLIENT_PACKAGES = ['astro/zod', 'gsap/gsap-core', 'howler', 'howler/dist/howler.core.min.js'];

/** @param further folders of stories beside those of the source */
export function studio(further: readonly string[]): AstroIntegration {
  const source = (file: string) => new URL(`../../studio/${file}`, import.meta.url);
  return {
    name: 'studio',
    hooks: {
      'astro:config:setup'({ command, injectRoute, injectScript, updateConfig }) {
        if (command !== 'dev') return;
        workshop.token = randomBytes(24).toString('base64url');
        injectRoute({ pattern: `/${STUDIO_PATH}`, entrypoint: source('page.astro') });
        // Found on the way they would have every page loaded anew as it is opened first.
        updateConfig({ vite: { optimizeDeps: { include: CLIENT_PACKAGES } } });
        injectScript('page', `import ${JSON.stringify(fileURLToPath(source('preview/main.ts')))};`);
      },
      async 'astro:server:setup'({ server, logger }) {
        const { Desk } = await import('./desk.ts');
        const { root, base } = server.config;
        const desk = new Desk({
          root,
          base,
          further,
          onChange: (file) => void server.watcher.emit('change', path.join(root, file)),
        });
        const address = withBase(base, STUDIO_API);
        server.middlewares.use((request, response, next) => {
          // Vite has taken the base away already where there is one.
          const asked = request.url?.split('?')[0];
          if (asked !== address && asked !== `/${STUDIO_API}`) return next();
          const answer = (status: number, body: unknown) => {
            response.writeHead(status, {
              'content-type': 'application/json; charset=utf-8',
              'cache-control': 'no-store',
            });
            response.end(JSON.stringify(body));
          };
          const { method, headers, socket } = request;
          const refused = refusal({ method, headers, from: socket.remoteAddress }, workshop.token);
          if (refused) return answer(403, { refused });
          read(request)
            .then((text) => desk.answer(studioCallSchema.parse(JSON.parse(text))))
            .then(
              (reply) => answer(200, reply),
              (error: Error) => {
                logger.error(error.message);
                answer(400, { refused: error.message });
              },
            );
        });
        server.httpServer?.once('listening', () => {
          const at = server.httpServer?.address();
          if (at && typeof at === 'object')
            logger.info(`http://localhost:${at.port}${withBase(base, STUDIO_PATH)}`);
        });
      },
    },
  };
}

/** @throws Error for a body that is too long */
async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST) throw new Error('The request is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
