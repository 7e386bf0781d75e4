/** What metadata stands on, gathered from the settings and the words. */
import { TONES } from '../config/tones.ts';
import type { SiteFacts } from '../core/site/metadata/site.ts';
import { getChapters, getStory } from './story.ts';

export async function getSite(): Promise<SiteFacts> {
  return {
    site: import.meta.env.SITE,
    base: import.meta.env.BASE_URL,
    story: await getStory(),
    chapters: await getChapters(),
    colour: TONES['ground']!,
  };
}
