// @ts-check
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { TALL_QUERY } from './src/config/stage.ts';
import { readText } from './src/content/files.ts';
import { readStory } from './src/core/content/readStory.ts';
import { classicScript } from './src/embed/classicScript.ts';
import { namedQueries } from './src/server/namedQueries.ts';

const STORY = 'src/content/story.md';
const story = readStory(STORY, readText('.', STORY, 'the story’s title, author and dates'));

/**
 * A variable font of a package, one style of it.
 * @param {string} file path without style and ending
 * @param {'normal' | 'italic'} style
 * @param {string} weight range
 * @returns {{ src: [string]; weight: string; style: 'normal' | 'italic' }}
 */
const variant = (file, style, weight) => ({
  src: [`./node_modules/@fontsource-variable/${file}-${style}.woff2`],
  weight,
  style,
});
const DISPLAY = 'bodoni-moda/files/bodoni-moda-latin-opsz';
const TEXT = 'newsreader/files/newsreader-latin-wght';

/** What frames and stories share, then what only stories do: frames must not fetch that. */
const PAGE_CHUNKS = [
  {
    name: 'theatre',
    test: /core\/(address|progress\/locate)|effects\/mixer\/context|effects\/theatre\/|preload-helper/,
  },
  {
    name: 'story',
    test: /svelte\/src|src\/state|config\/(keys|stage)|effects\/(measure|scrolling|soundChoice|storage|whenParsed|idle)|sharing\/(announce|quotation)/,
  },
];
/** What every scene needs; not what few do: frames weigh their scene alone. */
const THEATRE_CHUNKS = [
  { name: 'shapes', test: /scenes\/shapes\/(?!coin|curtain)|transitions\/panes/ },
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
  // The story file says where it lives; the environment may say otherwise.
  site: process.env.SITE_URL || story.address,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [
    svelte(),
    sitemap({
      // Frames are parts of other people's pages; their guide is a page of its own.
      filter: (page) => !page.includes('/embed/') || page.endsWith('/embed/guide/'),
      lastmod: story.modified,
    }),
  ],
  // Inline scripts and styles are hashed; nothing may come from another host.
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Bodoni Moda',
      cssVariable: '--font-display',
      fallbacks: ['Didot', 'Georgia', 'serif'],
      options: {
        variants: [variant(DISPLAY, 'normal', '400 900'), variant(DISPLAY, 'italic', '400 900')],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'Newsreader',
      cssVariable: '--font-text',
      fallbacks: ['Georgia', 'serif'],
      options: {
        variants: [variant(TEXT, 'normal', '200 800'), variant(TEXT, 'italic', '200 800')],
      },
    },
    {
      // One weight of one cut, a third of the variable font: frames have to be light.
      provider: fontProviders.local(),
      name: 'Bodoni Moda',
      cssVariable: '--font-frame',
      fallbacks: ['Didot', 'Georgia', 'serif'],
      options: {
        variants: [
          {
            src: [
              './node_modules/@fontsource/bodoni-moda/files/bodoni-moda-latin-400-normal.woff2',
            ],
            weight: 400,
            style: 'normal',
          },
        ],
      },
    },
  ],
  vite: {
    build: { target: 'es2022' },
    environments: { client: { build: { rolldownOptions: { output: chunks(PAGE_CHUNKS) } } } },
    plugins: [classicScript(), namedQueries({ '--tall': TALL_QUERY })],
    // The theatre fetches its scenes one by one, whichever thread it runs on.
    worker: { format: 'es', rolldownOptions: { output: chunks(THEATRE_CHUNKS) } },
  },
});
