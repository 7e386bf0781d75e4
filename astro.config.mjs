// @ts-check
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { classicScript } from './src/build/classicScript.ts';
import { compiledTimelines } from './src/build/compiledTimelines.ts';
import { islandTurns } from './src/build/islandTurns.ts';
import { leanLibraries } from './src/build/leanLibraries.ts';
import { storyFonts } from './src/build/storyFonts.ts';
import { studio } from './src/build/studio/integration.ts';
import { styleFacts } from './src/build/styleFacts.ts';
import { THEMES } from './src/config/themes/index.ts';
import { CHAPTERS_FOLDER, STORY_FILE } from './src/core/story/storyPlaces.ts';
import { themeOf } from './src/core/theme/readTheme.ts';
import { findStories } from './src/data/findStories.ts';
import { fieldsIn, lettersIn, wordsAround } from './src/data/typefaces.ts';
import { readSettings } from './src/server/settings.ts';

const settings = readSettings(process.env);
const stories = findStories('.', settings.stories);
const [{ story }] = stories;

const written = (/** @type {typeof lettersIn} */ read) =>
  stories
    .map(({ folder }) => read(`${folder}/${CHAPTERS_FOLDER}`, `${folder}/${STORY_FILE}`))
    .join('');
// The studio tries every theme.
const looks = process.argv.includes('dev')
  ? Object.values(THEMES)
  : stories.map(({ story }) => themeOf(story.theme));
const around = stories.map(({ story }) => wordsAround('.', story.language)).join('');
const fonts = await storyFonts('.', looks, written(lettersIn) + around, written(fieldsIn));

/** When the story that a page belongs to was changed last. */
function modifiedAt(/** @type {string} */ url) {
  const path = new URL(url).pathname.slice(`${settings.base}/`.length);
  const place = stories.find((one) => one.path !== '' && path.startsWith(one.path)) ?? stories[0];
  return place.story.modified;
}

/** What frames and stories share, then what only stories do: frames must not fetch that. */
const PAGE_CHUNKS = [
  {
    name: 'stage',
    test: /core\/(site\/address|stage\/palette|reading\/playhead|wording\/(say|closestLanguage))|(core|effects)\/loading\/|effects\/(sound\/context|stage\/|page\/(thrift|afterPaint|trusted))|preload-helper/,
  },
  {
    name: 'story',
    test: /svelte\/src|astrojs\/svelte\/dist\/client|src\/state|components\/(wording|controls\/Changing|stage\/Stage|sound\/SoundControl)|config\/(names|stage)|effects\/(page\/(layout|layer|readersPlace|scrolling|rest|storage|whenParsed|idle)|sound\/soundChoice)|sharing\/(announce|quotation)/,
  },
  { name: 'send', test: /sharing\/send|page\/answers/ },
];
/** What every scene needs; not what few do: frames weigh their scene alone. */
const WORKER_CHUNKS = [
  { name: 'shapes', test: /scenes\/shapes\/(?!coin|curtain)|transitions\/shapes|timelines\// },
];

/**
 * What several files need comes in few requests. Left alone, each module that some
 * of them share would be a file of its own, of a hundred bytes.
 * @param {readonly { name: string; test: RegExp }[]} groups the first that fits takes a module, and what it needs
 */
function chunks(groups) {
  const ranked = groups.map((group, index) => ({ ...group, priority: groups.length - index }));
  return { codeSplitting: { groups: ranked } };
}

export default defineConfig({
  // The file of the story at the root says where the site lives; the environment may say otherwise.
  site: settings.site ?? story.address,
  base: settings.base || '/',
  trailingSlash: 'always',
  // Bitmaps are drawn on other threads: several pages at a time keep those busy.
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [
    svelte(),
    islandTurns(),
    studio(settings.stories),
    sitemap({
      // Frames are parts of other people's pages; their guide is a page of its own.
      // What readers answer is not a page of the story's, but the service's.
      filter: (page) =>
        !page.endsWith('/replies/') &&
        (!page.includes('/embed/') || page.endsWith('/embed/guide/')),
      serialize: (page) => ({ ...page, lastmod: modifiedAt(page.url).toISOString() }),
    }),
  ],
  // Inline scripts and styles are hashed; nothing may come from another host.
  security: {
    csp: {
      directives: [
        // Fonts, requests and threads, too.
        "default-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
      ],
    },
  },
  fonts,
  vite: {
    build: { target: 'es2022' },
    environments: { client: { build: { rolldownOptions: { output: chunks(PAGE_CHUNKS) } } } },
    plugins: [classicScript(), leanLibraries(), styleFacts()],
    // The stage fetches its scenes one by one, whichever thread it runs on.
    worker: {
      format: 'es',
      plugins: () => [
        leanLibraries(),
        compiledTimelines(import.meta.dirname, {
          leaveOut: ['sounds', 'lasting', 'poster', 'suits', 'themes', 'told', 'part', 'hides'],
        }),
      ],
      rolldownOptions: { output: chunks(WORKER_CHUNKS) },
    },
  },
});
