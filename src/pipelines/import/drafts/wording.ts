/** The few words of the import's own that stand in a story, in the languages in which it has them. */

interface Wording {
  readonly introduction: string;
  /** Who wrote it, where nobody says. */
  readonly author: string;
  readonly picture: string;
  /** @param names story, author and address of where it was published */
  note(names: { title: string; author?: string | undefined; address?: string | undefined }): string;
}

const at = (address: string | undefined, before: string): string =>
  address === undefined ? '' : ` ${before} <${address}>.`;

const WORDINGS: Readonly<Record<string, Wording>> = {
  en: {
    introduction: 'Introduction',
    author: 'Author unknown',
    picture: 'A picture',
    note: ({ title, author, address }) =>
      `“${title}”${author === undefined ? '' : ` by ${author}`}, in the author’s own words.${at(address, 'First published at')}`,
  },
  fr: {
    introduction: 'Introduction',
    author: 'Auteur inconnu',
    picture: 'Une image',
    note: ({ title, author, address }) =>
      `« ${title} »${author === undefined ? '' : `, de ${author}`}, dans les mots de l’auteur.${at(address, 'Publié d’abord sur')}`,
  },
  de: {
    introduction: 'Einleitung',
    author: 'Autor unbekannt',
    picture: 'Ein Bild',
    note: ({ title, author, address }) =>
      `„${title}“${author === undefined ? '' : ` von ${author}`}, in eigenen Worten.${at(address, 'Zuerst erschienen auf')}`,
  },
  es: {
    introduction: 'Introducción',
    author: 'Autor desconocido',
    picture: 'Una imagen',
    note: ({ title, author, address }) =>
      `«${title}»${author === undefined ? '' : `, de ${author}`}, en sus propias palabras.${at(address, 'Publicado primero en')}`,
  },
};

export const wordingFor = (language: string): Wording =>
  WORDINGS[new Intl.Locale(language).language] ?? WORDINGS['en']!;
