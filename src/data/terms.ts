/** Words of other languages, as they stand in texts that hold no marks: titles of pieces, descriptions of the dance. */
import type { Terms } from '../core/content/languageParts.ts';

/** What English has made its own, such as arabesque and pirouette, is left to English; so are names of people. */
export const TERMS: Terms = {
  fr: [
    'développé',
    'en pointe',
    'fouettés',
    'grand battement',
    'grand jeté',
    'Gymnopédie',
    'plié',
    'pointe',
    'port de bras',
    'Scène',
    'tendu',
  ],
  nb: ['Åse'],
};
