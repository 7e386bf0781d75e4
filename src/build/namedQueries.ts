/** A Vite plugin: media queries that style sheets call by a name, as CSS's custom media will be, `@media (--tall)`. */
import type { Plugin } from 'vite';

/** @param queries each name with the one feature in parentheses that it stands for */
export function namedQueries(queries: Readonly<Record<`--${string}`, string>>): Plugin {
  return {
    name: 'named-queries',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(\?|$)/.test(id)) return null;
      return { code: withQueries(code, queries), map: null };
    },
  };
}

/**
 * @throws Error for a name that stands for nothing, which a browser would pass over in silence
 */
export function withQueries(css: string, queries: Readonly<Record<string, string>>): string {
  return css.replace(/@media[^{]+/g, (head) =>
    head.replace(/\((--[\w-]+)\)/g, (_, name: string) => {
      const query = queries[name];
      if (query === undefined) throw new Error(`No media query is called ${name}`);
      return query;
    }),
  );
}
