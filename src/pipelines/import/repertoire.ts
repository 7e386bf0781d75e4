/** What imported stories are cast from, and the names that their chapters may use. */
import { join } from 'node:path';
import { readCatalogue, readRepertoire } from '../../data/repertoire.ts';

export const CATALOGUE = readCatalogue(join(import.meta.dirname, '../../..'));
export const REPERTOIRE = await readRepertoire();
