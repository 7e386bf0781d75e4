/**
 * The typefaces, by the names of their packages (`@fontsource/<id>`). A letter
 * is set in the first family of its role that has it; those after the first
 * are of its kind, for other scripts. For a script that none has, install a
 * package and add it here.
 */
export interface Typeface {
  readonly id: string;
  /** Its variable cut for pages, if it has one that is wanted; else its regular cut. */
  readonly variable?: 'opsz' | 'wght';
  /** It has italics. */
  readonly italic: boolean;
  /** Which of its subsets serve. Those named math and symbols claim letters that they do not have. */
  readonly subsets: readonly string[];
}

export type TypeRole = 'display' | 'text' | 'frame';

const HEBREW: Typeface = { id: 'frank-ruhl-libre', italic: false, subsets: ['hebrew'] };
const ARABIC: Typeface = { id: 'amiri', italic: true, subsets: ['arabic'] };
const SCRIPTS = ['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];
const DIDONE: Typeface = { id: 'noto-serif-display', italic: true, subsets: SCRIPTS };
const LATIN = ['latin', 'latin-ext'];

export const TYPEFACES: Readonly<Record<TypeRole, readonly Typeface[]>> = {
  display: [
    { id: 'bodoni-moda', variable: 'opsz', italic: true, subsets: LATIN },
    DIDONE,
    HEBREW,
    ARABIC,
  ],
  text: [
    { id: 'newsreader', variable: 'wght', italic: true, subsets: [...LATIN, 'vietnamese'] },
    { id: 'noto-serif', variable: 'wght', italic: true, subsets: SCRIPTS },
    HEBREW,
    ARABIC,
  ],
  // One weight of one cut, a third of the variable font: frames have to be light.
  frame: [{ id: 'bodoni-moda', italic: false, subsets: LATIN }, DIDONE, HEBREW, ARABIC],
};

/** What pages always have: the letters of western Europe. */
export const FIRST_SUBSET = 'latin';
