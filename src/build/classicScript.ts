/** A Vite plugin: `import code from './file.ts?classic'` gives a module and all it imports as one small classic script. */
import { type RolldownOptions, rolldown } from 'rolldown';
import type { Plugin } from 'vite';

const MARK = '?classic';
const PREFIX = '\0classic:';

export function classicScript(): Plugin {
  return {
    name: 'classic-script',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(MARK)) return null;
      const found = await this.resolve(id.slice(0, -MARK.length), importer, { skipSelf: true });
      // Marked at the front only: by its ending other plugins would take it for TypeScript.
      return found && `${PREFIX}${found.id}${MARK}`;
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { code, modules } = await bundle(id.slice(PREFIX.length, -MARK.length));
      for (const file of modules) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/** @returns the script, and the files it was made of; what is in the file alone stays its own */
async function bundle(input: string): Promise<{ code: string; modules: readonly string[] }> {
  const options: RolldownOptions = {
    input,
    platform: 'browser',
    // Private methods stay as they are; an older browser shows what is there without script.
    transform: { target: 'es2022' },
  };
  const build = await rolldown(options);
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, comments: false });
    const [{ code, moduleIds }] = output;
    // Those who join scripts may put it behind one that ends without its own semicolon.
    return { code: `;${code.trim()}`, modules: moduleIds };
  } finally {
    await build.close();
  }
}
