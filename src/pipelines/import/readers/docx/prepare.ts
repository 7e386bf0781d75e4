/**
 * A Word file's XML before it is converted: what the converter would lose is put as it reads it, what Word itself hides
 * is taken out and told. The rest stays to the letter.
 */

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { escapeText } from '../../../../core/site/feed/escapeText.ts';
import { ImportError } from '../../article.ts';

export interface Prepared {
  readonly xml: string;
  /** Text that Word does not show, a paragraph's each. */
  readonly hidden: readonly string[];
}

/** Elements whose shown contents are runs; the converter passes over these whole. */
const UNWRAPPED: ReadonlySet<string> = new Set(['fldSimple', 'dir', 'bdo', 'ruby', 'rubyBase']);

interface Open {
  readonly tag: SaxesTagNS;
  /** Where its tag begins. */
  readonly start: number;
  /** Of a run: whether it is hidden; undefined where it does not say. */
  hidden?: boolean | undefined;
  style?: string;
  /** Of a run: its language, where it says so. */
  lang?: string;
  words: string;
  /** Of two forms of one thing: where the first form's inside is, and whether it is a picture or a box of words. */
  choice?: { readonly start: number; end: number; isPicture: boolean; isBox: boolean };
}

const isWord = ({ uri }: SaxesTagNS): boolean => /\/wordprocessingml\/(?:2006\/)?main$/.test(uri);
const isMath = ({ uri }: SaxesTagNS): boolean => /\/math$/.test(uri);

/** @param name of the part, for messages. @throws ImportError for XML that is broken or declares entities */
function parser(name: string): SaxesParser<{ xmlns: true }> {
  const sax = new SaxesParser({ xmlns: true });
  sax.on('error', ({ message }) => {
    throw new ImportError(`${name} is broken (${message}): save it in Word again.`);
  });
  sax.on('doctype', () => {
    throw new ImportError(`${name} has a document type of its own: no Word file has one.`);
  });
  return sax;
}

const value = ({ attributes }: SaxesTagNS): string =>
  Object.values(attributes).find(({ local }) => local === 'val')?.value ?? '';
const isOn = (tag: SaxesTagNS): boolean => !/^(?:0|false|off)$/.test(value(tag));

/** @returns ids of the styles whose text is hidden */
export function hiddenStyles(styles: string): Set<string> {
  const sax = parser('styles.xml');
  const found = new Set<string>();
  let id = '';
  sax.on('opentag', (tag) => {
    if (!isWord(tag)) return;
    if (tag.local === 'style')
      id = Object.values(tag.attributes).find(({ local }) => local === 'styleId')?.value ?? '';
    if (tag.local === 'vanish' && isOn(tag)) found.add(id);
  });
  sax.write(styles.replace(/^\uFEFF/, '')).close();
  return found;
}

/**
 * A run in another language than the document's becomes a link to this and the language's tag: a mark that the
 * converter keeps, which has none of languages.
 */
export const LANGUAGE_MARK = 'language:';

/** @returns the tag of the language that runs have which say nothing; empty where the styles do not say */
export function defaultLanguage(styles: string): string {
  const sax = parser('styles.xml');
  let found = '';
  let inDefaults = false;
  sax.on('opentag', (tag) => {
    if (!isWord(tag)) return;
    if (tag.local === 'rPrDefault') inDefaults = true;
    if (inDefaults && tag.local === 'lang') found = value(tag);
  });
  sax.on('closetag', (tag) => {
    if (isWord(tag) && tag.local === 'rPrDefault') inDefaults = false;
  });
  sax.write(styles.replace(/^\uFEFF/, '')).close();
  return found;
}

const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();

/** @param language the document's own tag */
export function prepare(
  name: string,
  xml: string,
  hiding: ReadonlySet<string>,
  language = '',
): Prepared {
  const sax = parser(name);
  const text = xml.replace(/^\uFEFF/, '');
  const edits: { readonly start: number; readonly end: number; readonly by: string }[] = [];
  const hidden = new Map<Open | undefined, string>();
  /** The prefix of Word's own elements. */
  let w = 'w:';
  const open: Open[] = [];
  const nearest = (local: string) => open.findLast(({ tag }) => tag.local === local && isWord(tag));

  sax.on('opentag', (tag) => {
    // No attribute holds the sign with which a tag begins.
    const start = text.lastIndexOf('<', sax.position - 1);
    const parent = open.at(-1);
    open.push({ tag, start, words: '' });
    const forms = open.findLast((one) => one.choice && one.choice.end === 0)?.choice;
    if (tag.local === 'Choice' && parent && !parent.choice)
      parent.choice = { start: sax.position, end: 0, isPicture: false, isBox: false };
    if (forms && tag.local === 'pic') forms.isPicture = true;
    if (forms && tag.local === 'txbxContent') forms.isBox = true;
    if (isWord(tag)) w = tag.prefix ? `${tag.prefix}:` : '';
    else {
      if (tag.local === 'oMathPara' && isMath(tag))
        edits.push({ start, end: sax.position, by: '' });
      return;
    }
    if (UNWRAPPED.has(tag.local)) edits.push({ start, end: sax.position, by: '' });
    if (tag.local === 'cr')
      edits.push({ start, end: sax.position, by: `<${w}br${tag.isSelfClosing ? '/' : ''}>` });
    const run = nearest('r');
    const isRunProperty = parent?.tag.local === 'rPr' && open.at(-3) === run;
    if (run && isRunProperty && tag.local === 'vanish') run.hidden = isOn(tag);
    if (run && isRunProperty && tag.local === 'rStyle') run.style = value(tag);
    if (run && isRunProperty && tag.local === 'lang') run.lang = value(tag);
    const paragraph = nearest('p');
    if (paragraph && tag.local === 'pStyle') paragraph.style = value(tag);
  });
  const add = (words: string) => {
    const element = open.at(-1);
    if (element?.tag.local !== 't') return;
    const holder = open.findLast(
      ({ tag }) => (isWord(tag) && tag.local === 'r') || (isMath(tag) && tag.local === 'oMath'),
    );
    if (holder) holder.words += words;
    // What a formula's runs say is the formula's.
    const formula = open.findLast(({ tag }) => isMath(tag) && tag.local === 'oMath');
    if (formula && formula !== holder) formula.words += words;
  };
  sax.on('text', add);
  sax.on('cdata', add);
  sax.on('closetag', (tag) => {
    const end = sax.position;
    const { start, ...element } = open.pop()!;
    const closing = text.lastIndexOf('<', end - 1);
    const isOne = tag.isSelfClosing;
    const within = open.at(-1)?.choice;
    if (tag.local === 'Choice' && within?.end === 0) within.end = closing;
    // Of a picture's two forms the converter would take the one that has no words for it.
    const { choice } = element;
    if (tag.local === 'AlternateContent' && choice?.isPicture && !choice.isBox)
      edits.push({ start, end: choice.start, by: '' }, { start: choice.end, end, by: '' });
    if (isMath(tag)) {
      if (tag.local === 'oMathPara' && !isOne) edits.push({ start: closing, end, by: '' });
      if (
        tag.local === 'oMath' &&
        !open.some((one) => one.tag.local === 'oMath' && isMath(one.tag))
      )
        edits.push({
          start,
          end,
          by: `<${w}r><${w}t xml:space="preserve">${escapeText(element.words)}</${w}t></${w}r>`,
        });
      return;
    }
    if (!isWord(tag)) return;
    if (UNWRAPPED.has(tag.local) && !isOne) edits.push({ start: closing, end, by: '' });
    if (tag.local === 'cr' && !isOne) edits.push({ start: closing, end, by: `</${w}br>` });
    if (tag.local !== 'r' || open.some((one) => isMath(one.tag))) return;
    const isHidden =
      element.hidden ?? (hiding.has(element.style ?? '') || hiding.has(nearest('p')?.style ?? ''));
    if (!isHidden) {
      const { lang = '', words } = element;
      if (
        /^[a-z]{2,3}(?:-\w+)*$/i.test(lang) &&
        primary(lang) !== primary(language) &&
        /\p{L}/u.test(words) &&
        !nearest('hyperlink')
      )
        edits.push(
          { start, end: start, by: `<${w}hyperlink ${w}anchor="${LANGUAGE_MARK}${lang}">` },
          { start: end, end, by: `</${w}hyperlink>` },
        );
      return;
    }
    const paragraph = nearest('p');
    if (element.words !== '') hidden.set(paragraph, (hidden.get(paragraph) ?? '') + element.words);
    edits.push({ start, end, by: '' });
  });
  sax.write(text).close();
  return { xml: apply(text, edits), hidden: [...hidden.values()] };
}

/** Of edits that lie within another the outer one counts. */
function apply(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly by: string }[],
): string {
  let out = '';
  let at = 0;
  // What is put between two runs stands before what becomes of the second.
  const between = ({ start, end }: { start: number; end: number }) => start === end;
  const sorted = [...edits].sort(
    (a, b) =>
      a.start - b.start ||
      Number(between(b)) - Number(between(a)) ||
      (between(a) ? 0 : b.end - a.end),
  );
  for (const { start, end, by } of sorted) {
    if (start < at) continue;
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}
