/** Makes `client:turn` known to Astro: told in effects/loading/inTurn.ts. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    'client:turn'?: boolean | 'idle';
  }
}

export function islandTurns(): AstroIntegration {
  const entrypoint = fileURLToPath(new URL('../effects/loading/inTurn.ts', import.meta.url));
  return {
    name: 'island-turns',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) =>
        addClientDirective({ name: 'turn', entrypoint }),
    },
  };
}
