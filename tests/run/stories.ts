/** What a build for tests is told: the story that lies among the fixtures is built beside that of the source. */
export const TEST_STORIES = {
  STORIES: process.env['STORIES'] ?? 'tests/fixtures/stories/la-doublure',
  // As `npm start` builds: with the form for replies.
  REPLIES: 'on',
} as const;
