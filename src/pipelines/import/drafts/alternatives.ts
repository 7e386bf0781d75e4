/** What is seen of a scene and its dance, for those who cannot see them. Pure. */

import type { DanceId, SceneId } from '../../../schemas/repertoire.ts';
import { REPERTOIRE, TOLD } from '../repertoire.ts';

/** Of a scene with another dance than its own, or one that does not say it in the language. */
const ANY: Readonly<Record<string, string>> = {
  en: 'A ballerina in red dances alone on a dark stage, and the set changes behind her as one scrolls.',
  fr: 'Une ballerine en rouge danse seule sur une scène sombre, et le décor change derrière elle au fil de la lecture.',
  de: 'Eine Ballerina in Rot tanzt allein auf einer dunklen Bühne, und hinter ihr wechselt beim Scrollen das Bild.',
  es: 'Una bailarina de rojo baila sola en un escenario oscuro, y el decorado cambia tras ella al avanzar la lectura.',
};

const known = (language: string): string => {
  const code = new Intl.Locale(language).language;
  return code in ANY ? code : 'en';
};

/** Whether the alternatives are there in a language (BCP 47); in any other they are English. */
export const hasAlternatives = (language: string): boolean =>
  new Intl.Locale(language).language in ANY;

/** @param language BCP 47 */
export function alternativeOf(scene: SceneId, dance: DanceId, language: string): string {
  const together = REPERTOIRE.entries.some((one) => one.scene === scene && one.dance === dance);
  return (together ? TOLD.get(scene)?.[known(language)] : undefined) ?? ANY[known(language)]!;
}
