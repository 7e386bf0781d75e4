/** What of a built site is kept for where there is no network. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptFile, KeptList, KeptStory } from '../../core/offline/list.ts';

/**
 * @param dist the folder of built files
 * @param base '' or '/story'
 */
export function keptList(dist: string, base: string): KeptList {
  const files: KeptFile[] = [];
  const places = new Map<string, number>();
  const list = (name: string): number => {
    const path = `${base}/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    const known = places.get(path);
    if (known !== undefined) return known;
    const content = readFileSync(join(dist, name));
    const hash = createHash('sha256').update(content).digest('base64');
    places.set(path, files.push([path, hash, content.length]) - 1);
    return files.length - 1;
  };
  const all = (pattern: string) => globSync(pattern, { cwd: dist }).map(slashed).sort();

  const homes = all('{,*/}offline/index.html').map((page) => slashed(dirname(dirname(page))));
  const stories = homes.map((folder): KeptStory => {
    const own = folder === '.' ? '' : `${folder}/`;
    const page = readFileSync(join(dist, own, 'index.html'), 'utf8');
    const chapters = all(`${own}chapters/*/index.html`);
    const fonts = fontsIn(page).map((name) => `_astro/fonts/${name}`);
    const dances = all('clips/*.json').filter((clip) => isNamed(page, clip));
    const cues = all('scores/*.json').filter((score) => isNamed(page, score));
    return {
      home: `${base}/${own}`,
      chapters: chapters.map((name) => name.split('/').at(-2)!),
      absent: `${base}/${own}offline/`,
      stills: all('stills/*.json')
        .filter((still) => isNamed(page, still))
        .map(list),
      ahead: [...fonts, ...chapters, ...cues, ...dances].map(list),
      music: [
        ...all(`${own}audio/programme.json`),
        ...all('audio/{*.{mp3,webm,wav},sfx/*}').filter(
          (name) => /\/sfx\/|silence/.test(name) || isNamed(page, name),
        ),
      ].map(list),
    };
  });
  const first = homes.flatMap((folder) => [
    slashed(join(folder, 'index.html')),
    slashed(join(folder, 'offline/index.html')),
  ]);
  const scripts = scriptsOf(
    dist,
    first.map((name) => readFileSync(join(dist, name), 'utf8')),
  );
  return { base: `${base}/`, files, essential: [...first, ...scripts].map(list), stories };
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Whether a story's page names a file, as it does what is danced and played in its islands' props. */
const isNamed = (page: string, file: string): boolean =>
  page.includes(
    `&quot;${file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '')}&quot;`,
  );

/** The files of its typefaces that have its letters: others come where one of their letters is written. */
function fontsIn(page: string): string[] {
  const faces = [...page.matchAll(/@font-face\{[^}]*\}/g)].map(([face]) => face);
  return faces
    .filter(
      (face) => !/unicode-range:/.test(face) || /U\+20\b/i.test(face.split('unicode-range:')[1]!),
    )
    .flatMap((face) => /\/fonts\/([\w-]+\.woff2)/.exec(face)?.[1] ?? []);
}

/** All scripts that pages name, and those that these name. */
function scriptsOf(dist: string, pages: readonly string[]): string[] {
  const found = new Set<string>();
  const look = (text: string): void => {
    for (const [, name] of text.matchAll(/([\w.-]+\.js)\b/g)) {
      if (found.has(name!)) continue;
      try {
        const script = readFileSync(join(dist, '_astro', name!), 'utf8');
        found.add(name!);
        look(script);
      } catch {
        // Not one of the build's: a word that ends so.
      }
    }
  };
  for (const page of pages) look(page);
  return [...found].sort().map((name) => `_astro/${name}`);
}
