/** The header rules as the `_headers` file of Netlify and Cloudflare. Pure. */
import { HEADER_RULES, type HeaderRule, headersFor } from '../../server/headers.ts';
import { withPolicy } from '../../server/pagePolicy.ts';
import { type PagePolicies, policyOfAll } from './pagePolicies.ts';

/**
 * Those hosts do not let a later rule override an earlier one: they join the
 * values of all that match, and two policies for frames would both hold. So
 * every address is given each header by one rule only: what is the same
 * everywhere by `/*`, the rest by a rule for each entry of the built folder. A folder's
 * pages share one content policy, then, with the hashes of all; what each says of itself
 * narrows it down to its own. What is missing there is answered by the page for that.
 *
 * @param entries names at the top of the built folder, folders with a slash behind; of a story's
 *   folder those in it, as `the-red-shoes/embed/`
 * @param base '' or '/story'
 * @param pages what each built page says of itself
 * @throws Error for a rule below a folder's top, which such a file could not give
 */
export function headersFile(
  entries: readonly string[],
  base: string,
  pages: PagePolicies = {},
  rules: readonly HeaderRule[] = HEADER_RULES,
): string {
  const deep = rules.find(({ path }) => !/^(\/\*)?\/[^/]*(\/\*?)?$/.test(path));
  if (deep) throw new Error(`The rule for ${deep.path} is deeper than a _headers file can give`);
  // A story's own address is that of its folder, but not all that lies there.
  const homes = entries.flatMap((entry) => /^.*\/(?=index\.html$)/.exec(entry) ?? []);
  const places = [
    ...['', ...homes, ...entries.filter((entry) => !entry.endsWith('/'))].map((entry) => ({
      pattern: `/${entry}`,
      headers: withPolicy(headersFor(`/${entry}`, rules), policyAt(`/${entry}`, pages)),
    })),
    ...entries
      .filter((entry) => entry.endsWith('/'))
      .map((entry) => ({
        pattern: `/${entry}*`,
        headers: withPolicy(headersFor(`/${entry}x`, rules), policyBelow(`/${entry}`, pages)),
      })),
  ].sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
  const everywhere = Object.entries(headersFor('/', rules)).filter(([name, value]) =>
    places.every(({ headers }) => headers[name] === value),
  );
  const shared = new Set(everywhere.map(([name]) => name));
  const blocks = places.map(({ pattern, headers }) =>
    block(
      base + pattern,
      Object.entries(headers).filter(([name]) => !shared.has(name)),
    ),
  );
  return [block(`${base}/*`, everywhere), ...blocks].filter(Boolean).join('\n');
}

/** As long as a line may be, in characters: Cloudflare ignores longer ones. */
const LINE = 2000;
/** The header's name, its indent, and what it says of frames. */
const BESIDE = 60;

/** Of a folder's pages; undefined where it has none, or some that govern themselves. */
function policyBelow(folder: string, pages: PagePolicies): string | undefined {
  const own = Object.entries(pages).filter(([file]) => file.startsWith(folder));
  if (own.length === 0 || own.some(([, policy]) => policy === undefined)) return undefined;
  return policyOfAll([...own.map(([, policy]) => policy), pages['/404.html']], LINE - BESIDE);
}

function policyAt(path: string, pages: PagePolicies): string | undefined {
  const own = pages[path.endsWith('/') ? `${path}index.html` : path];
  return own && policyOfAll([own], LINE - BESIDE);
}

function block(pattern: string, headers: readonly (readonly [string, string])[]): string {
  if (headers.length === 0) return '';
  return `${pattern}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
}

/**
 * The `_redirects` file: with a base, the built folder's files are found below
 * it, and the host's root leads there. Undefined where there is nothing to say.
 */
export function redirectsFile(base: string): string | undefined {
  if (base === '') return undefined;
  return `/ ${base}/ 302\n${base}/* /:splat 200\n`;
}
