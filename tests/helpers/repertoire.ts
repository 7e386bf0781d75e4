/** What stories are cast from here, and chapters read by its names. */
import { readChapter as read } from '../../src/core/content/readContent.ts';
import { readCatalogue, readRepertoire } from '../../src/data/repertoire.ts';

export const CATALOGUE = readCatalogue('.');
export const REPERTOIRE = await readRepertoire();

export const readChapter = (file: string, text: string, notes?: Parameters<typeof read>[3]) =>
  read(file, text, CATALOGUE, notes);
