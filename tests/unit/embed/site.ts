/** A small site for tests of what describes it; its words have everything that needs escaping. */
import type { SiteFacts } from '../../../src/core/site/metadata/site.ts';

export const SITE: SiteFacts = {
  site: 'https://story.example',
  base: '/base',
  colour: '#000',
  poster: 'Poster of “{title}”. {scene}',
  story: {
    title: 'The "Story" <b> & more > less',
    subtitle: 'Sub',
    author: 'An author',
    description: 'What it is < about & "so" on.',
    language: 'en',
    published: new Date('2026-01-01'),
    modified: new Date('2026-01-02'),
  },
  chapters: [
    {
      slug: 'first-one',
      order: 0,
      title: 'First > all',
      shortTitle: 'First',
      description: 'One & only.',
      alt: 'She stands.',
    },
  ],
};
