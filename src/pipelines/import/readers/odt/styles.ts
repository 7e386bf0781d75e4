/** Styles of an OpenDocument text: what they mean for words. Pure. */
import { findAll, isXml, type XmlElement } from '../../xml.ts';

/** What characters look like; undefined where a style does not say. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly position?: 'sup' | 'sub' | '';
  readonly hidden?: boolean;
  /** BCP 47. */
  readonly language?: string;
  readonly code?: boolean;
}

interface Style {
  /** As people read it. */
  readonly name: string;
  readonly parent: string;
  readonly look: Look;
  /** Made for one place, and not a style that the author chose by name. */
  readonly automatic: boolean;
  readonly list: string;
}

export interface Styles {
  /** Of a run of characters, inherited looks included. */
  textLook(name: string): Look;
  /** What was set for one paragraph by hand; a named style's look is the style's. */
  paragraphLook(name: string): Look;
  /** The paragraph's style and those that it inherits from, in small letters. */
  names(name: string): readonly string[];
  /** Whether a level of a list is numbered, and from which number. */
  level(list: string, level: number): { readonly numbered: boolean; readonly start: number };
  /** The list that a paragraph's style is of. */
  listOf(name: string): string;
  /** The document's language, or nothing. */
  readonly language: string;
}

/** @param roots the documents with styles, the most general first */
export function readStyles(roots: readonly XmlElement[]): Styles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, XmlElement>();
  let language = '';
  for (const root of roots) {
    const automatic = new Set(findAll(root, 'automatic-styles').flatMap((all) => all.children));
    for (const style of findAll(root, 'style'))
      styles.set(key(style.attributes['style:family'], style.attributes['style:name']), {
        name: named(style.attributes['style:display-name'] ?? style.attributes['style:name'] ?? ''),
        parent: style.attributes['style:parent-style-name'] ?? '',
        look: lookOf(style),
        automatic: automatic.has(style),
        list: style.attributes['style:list-style-name'] ?? '',
      });
    for (const list of findAll(root, 'list-style'))
      lists.set(list.attributes['style:name'] ?? '', list);
    for (const style of findAll(root, 'default-style'))
      if (style.attributes['style:family'] === 'paragraph')
        language ||= lookOf(style).language ?? '';
  }
  const chain = (family: string, name: string): Style[] => {
    const found: Style[] = [];
    for (let one = styles.get(key(family, name)); one && found.length < 20; ) {
      found.push(one);
      one = styles.get(key(family, one.parent));
    }
    return found;
  };
  return {
    language,
    textLook: (name) =>
      Object.assign(
        {},
        ...chain('text', name)
          .reverse()
          .map(({ look }) => look),
      ),
    paragraphLook(name) {
      const style = styles.get(key('paragraph', name));
      return style?.automatic ? style.look : {};
    },
    // pandoc names styles that it does not define.
    names: (name) =>
      [named(name), ...chain('paragraph', name).map((style) => style.name)].map((one) =>
        one.toLowerCase(),
      ),
    listOf: (name) => chain('paragraph', name).find(({ list }) => list !== '')?.list ?? '',
    level(list, level) {
      const found = lists
        .get(list)
        ?.children.filter(isXml)
        .find(({ attributes }) => attributes['text:level'] === String(level));
      const isNumber = found?.local === 'list-level-style-number';
      return {
        numbered: isNumber && (found.attributes['style:num-format'] ?? '') !== '',
        start: Number(found?.attributes['text:start-value'] ?? 1),
      };
    },
  };
}

const key = (family: string | undefined, name: string | undefined): string => `${family} ${name}`;
/** Signs that no name of a style may have are written as their number. */
const named = (name: string): string =>
  name.replace(/_([0-9a-f]{1,4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function lookOf(style: XmlElement): Look {
  const own = style.children
    .filter(isXml)
    .find(({ local }) => local === 'text-properties')?.attributes;
  const isCode = /^(?:Source_20_Text|Source_Text|Teletype)$/.test(
    style.attributes['style:name'] ?? '',
  );
  if (!own) return isCode ? { code: true } : {};
  const weight = own['fo:font-weight'];
  const slant = own['fo:font-style'];
  const line = own['style:text-line-through-style'] ?? own['style:text-line-through-type'];
  const position = own['style:text-position'];
  const [tongue, country] = [own['fo:language'], own['fo:country']];
  return {
    ...(weight && { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant && { italic: slant !== 'normal' }),
    ...(line && { struck: line !== 'none' }),
    ...(position && {
      position: /^(?:super|[1-9])/.test(position)
        ? 'sup'
        : /^(?:sub|-)/.test(position)
          ? 'sub'
          : '',
    }),
    ...(own['text:display'] && { hidden: own['text:display'] === 'none' }),
    ...(tongue &&
      !/^(?:none|zxx)$/.test(tongue) && {
        language: country && country !== 'none' ? `${tongue}-${country}` : tongue,
      }),
    ...(isCode && { code: true }),
  };
}
