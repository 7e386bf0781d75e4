/**
 * Sees that a page becomes whole although parts of it did not come. A classic script in the page
 * itself, before all others: it is there when nothing else is.
 */
import { excuseSkippedTransitions } from './excuseTransitions.ts';
import { mendIslands } from './mendIslands.ts';
import { mendStyles } from './mendStyles.ts';

mendStyles();
mendIslands();
excuseSkippedTransitions();
