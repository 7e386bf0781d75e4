/** XML files of documents and books as trees. Nothing in them is fetched or expanded. */
import { SaxesParser } from 'saxes';
import { ImportError } from './article.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly local: string;
  /** Of its namespace. */
  readonly uri: string;
  /** As it is written: `text:p`. */
  readonly name: string;
  /** By their names as they are written. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Elements within elements beyond which no document goes. */
const DEEPEST = 2000;

/**
 * @param text a whole file
 * @param name what it is called, for messages
 * @param entities names that the format has beside XML's own, and what they stand for
 * @returns its root
 * @throws ImportError for XML that is not well-formed or declares entities
 */
export function parseXml(
  text: string,
  name: string,
  entities: Readonly<Record<string, string>> = {},
): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, entities);
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', ({ message }) => {
    throw new ImportError(`${name} is no right XML (${message}): save it again.`);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new ImportError(
        `${name} declares entities of its own, which no article needs: it is not read.`,
      );
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      local: tag.local,
      uri: tag.uri,
      name: tag.name,
      attributes: Object.fromEntries(
        Object.values(tag.attributes).map((one) => [one.name, one.value]),
      ),
      children: [],
    };
    if (stack.length > DEEPEST)
      throw new ImportError(`${name} has elements nested more than ${DEEPEST} deep.`);
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  const add = (words: string) => {
    stack.at(-1)?.children.push(words);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (!root) throw new ImportError(`${name} is empty.`);
  return root;
}

export const isXml = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** All elements of a name below another, in order. */
export function findAll(element: XmlElement, local: string): XmlElement[] {
  return element.children
    .filter(isXml)
    .flatMap((child) => [...(child.local === local ? [child] : []), ...findAll(child, local)]);
}

/** The text of an element, as it is written. */
export const xmlText = (element: XmlElement | undefined): string =>
  element?.children.map((child) => (isXml(child) ? xmlText(child) : child)).join('') ?? '';
