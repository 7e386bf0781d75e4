/** How easily a text reads, by Flesch's reading ease, which is made for English. */
import { flesch } from 'flesch';
import { syllable } from 'syllable';

/** A chapter's file as it is read: no fields, no marks, links as their words. */
export function wordsAsRead(file: string): string {
  return file
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^---$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('_', '');
}

/** Flesch's reading ease: 60 to 70 is plain English, 80 to 90 easy; below 50 is difficult. */
export function readingEase(text: string): number {
  const parts = (granularity: 'word' | 'sentence') => [
    ...new Intl.Segmenter('en', { granularity }).segment(text.replace(/\s+/g, ' ')),
  ];
  const words = parts('word').filter(({ isWordLike }) => isWordLike);
  const sentences = parts('sentence').filter(({ segment }) => /\p{L}/u.test(segment));
  const syllables = words.reduce((sum, { segment }) => sum + syllable(segment), 0);
  return flesch({ sentence: sentences.length, word: words.length, syllable: syllables });
}
