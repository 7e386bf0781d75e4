/** A frame's words in other languages than its page; fetched where a blog asks for one. Pure. */
import type { FrameLanguage } from './options.ts';
import { ENGLISH, type FrameWords } from './words.ts';

export const FRAME_WORDS: Readonly<Record<FrameLanguage, FrameWords>> = {
  en: ENGLISH,
  de: {
    play: 'Abspielen',
    pause: 'Anhalten',
    sound: 'Ton',
    place: 'Stelle im Tanz',
    readChapter: 'Kapitel lesen',
    readStory: 'Geschichte lesen',
    seconds: (passed, all) => `${passed} von ${all} Sekunden`,
  },
  es: {
    play: 'Reproducir',
    pause: 'Pausar',
    sound: 'Sonido',
    place: 'Momento del baile',
    readChapter: 'Leer el capítulo',
    readStory: 'Leer la historia',
    seconds: (passed, all) => `${passed} de ${all} segundos`,
  },
  fr: {
    play: 'Lecture',
    pause: 'Pause',
    sound: 'Son',
    place: 'Moment de la danse',
    readChapter: 'Lire le chapitre',
    readStory: 'Lire le récit',
    seconds: (passed, all) => `${passed} secondes sur ${all}`,
  },
  it: {
    play: 'Riproduci',
    pause: 'Ferma',
    sound: 'Audio',
    place: 'Momento della danza',
    readChapter: 'Leggi il capitolo',
    readStory: 'Leggi la storia',
    seconds: (passed, all) => `${passed} di ${all} secondi`,
  },
  pt: {
    play: 'Reproduzir',
    pause: 'Parar',
    sound: 'Som',
    place: 'Momento da dança',
    readChapter: 'Ler o capítulo',
    readStory: 'Ler a história',
    seconds: (passed, all) => `${passed} de ${all} segundos`,
  },
};
