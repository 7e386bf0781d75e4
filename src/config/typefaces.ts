/**
 * The typefaces, by the names of their packages (`@fontsource/<id>`). A letter
 * is set in the first family of its role that has it: the theme's own, then those
 * of its kind for other scripts. For a script that none has, install a package and add it here.
 */
export interface Typeface {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Its variable cut for pages, if it has one that is wanted; else its regular cut. */
  readonly variable?: 'opsz' | 'wght';
  /** It has italics. */
  readonly italic: boolean;
  /** Which of its subsets serve. Those named math and symbols claim letters that they do not have. */
  readonly subsets: readonly string[];
  /** How wide its letters are beside the first theme's; 1 when absent. Posters are set by it before they are drawn. */
  readonly width?: number;
  /** What stands in for it: of systems, while it is not there. */
  readonly fallbacks?: readonly string[];
}

export type TypeRole = 'display' | 'text' | 'frame';

const LATIN = ['latin', 'latin-ext'];
const WIDER = [...LATIN, 'vietnamese'];
const SCRIPTS = ['cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

/** For titles, quotes and numbers: with italics, and fine enough to be set large. */
export const DISPLAY_FACES = {
  'bodoni-moda': {
    id: 'bodoni-moda',
    name: 'Bodoni Moda',
    variable: 'opsz',
    italic: true,
    subsets: LATIN,
  },
  cormorant: {
    id: 'cormorant',
    name: 'Cormorant',
    variable: 'wght',
    italic: true,
    subsets: [...WIDER, 'cyrillic', 'cyrillic-ext'],
    width: 0.86,
  },
  'sorts-mill-goudy': {
    id: 'sorts-mill-goudy',
    name: 'Sorts Mill Goudy',
    italic: true,
    subsets: LATIN,
    width: 0.93,
  },
  fraunces: {
    id: 'fraunces',
    name: 'Fraunces',
    variable: 'opsz',
    italic: true,
    subsets: WIDER,
    width: 1.02,
  },
  'instrument-serif': {
    id: 'instrument-serif',
    name: 'Instrument Serif',
    italic: true,
    subsets: LATIN,
    width: 0.76,
  },
} as const satisfies Readonly<Record<string, Typeface>>;

/** For reading: with italics, and all weights. */
export const TEXT_FACES = {
  newsreader: {
    id: 'newsreader',
    name: 'Newsreader',
    variable: 'wght',
    italic: true,
    subsets: WIDER,
  },
  'eb-garamond': {
    id: 'eb-garamond',
    name: 'EB Garamond',
    variable: 'wght',
    italic: true,
    subsets: [...WIDER, 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'],
  },
  'crimson-pro': {
    id: 'crimson-pro',
    name: 'Crimson Pro',
    variable: 'wght',
    italic: true,
    subsets: WIDER,
  },
  literata: {
    id: 'literata',
    name: 'Literata',
    variable: 'wght',
    italic: true,
    subsets: [...WIDER, 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'],
  },
  'instrument-sans': {
    id: 'instrument-sans',
    name: 'Instrument Sans',
    variable: 'wght',
    italic: true,
    subsets: LATIN,
    fallbacks: ['Helvetica', 'Arial', 'sans-serif'],
  },
} as const satisfies Readonly<Record<string, Typeface>>;

export type DisplayFace = keyof typeof DISPLAY_FACES;
export type TextFace = keyof typeof TEXT_FACES;

/** What a story is set in. */
export interface TypePair {
  readonly display: DisplayFace;
  readonly text: TextFace;
}

/** The cut of display faces that have several: a Didone's hairlines must hold on a dark ground, so not its largest. */
export const DISPLAY_OPTICAL_SIZE = 18;

/** What is set where no story is known. */
export const FIRST_PAIR: TypePair = { display: 'bodoni-moda', text: 'newsreader' };

const HEBREW: Typeface = {
  id: 'frank-ruhl-libre',
  name: 'Frank Ruhl Libre',
  italic: false,
  subsets: ['hebrew'],
};
const ARABIC: Typeface = { id: 'amiri', name: 'Amiri', italic: true, subsets: ['arabic'] };
const DIDONE: Typeface = {
  id: 'noto-serif-display',
  name: 'Noto Serif Display',
  italic: true,
  subsets: SCRIPTS,
};
const SERIF: Typeface = {
  id: 'noto-serif',
  name: 'Noto Serif',
  variable: 'wght',
  italic: true,
  subsets: SCRIPTS,
};

/** For letters that a theme's own typefaces do not have. */
export const OTHER_SCRIPTS: Readonly<Record<TypeRole, readonly Typeface[]>> = {
  display: [DIDONE, HEBREW, ARABIC],
  text: [SERIF, HEBREW, ARABIC],
  frame: [DIDONE, HEBREW, ARABIC],
};

/** What pages always have: the letters of western Europe. */
export const FIRST_SUBSET = 'latin';
