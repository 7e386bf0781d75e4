import type { SiteFacts } from '../../../src/core/site/metadata/site.ts';

const chapter = (order: number, slug: string, title: string) => ({
  order,
  slug,
  title,
  shortTitle: title.split(' ').at(-1)!,
  description: `What ${title} is about, in one sentence that says it all.`,
  alt: `The dancer as she is in ${title}.`,
});

/** A site of three chapters below a sub-folder. */
export const SITE: SiteFacts = {
  site: 'https://example.org',
  base: '/story',
  story: {
    title: 'The Dance',
    subtitle: 'In three movements',
    author: 'A film writer',
    description: 'A short story of a dance in three movements, for tests alone.',
    language: 'fr-CA',
    published: new Date('2026-01-02'),
    modified: new Date('2026-03-04'),
  },
  chapters: [
    chapter(0, 'rise', 'The Rise'),
    chapter(1, 'turn', 'The Turn'),
    chapter(2, 'fall', 'The </script> & Fall'),
  ],
  colour: '#0c0b0d',
  poster: 'Poster of “{title}”. {scene}',
};
