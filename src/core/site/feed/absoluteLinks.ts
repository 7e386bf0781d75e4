import { type DefaultTreeAdapterTypes, html, parseFragment, type Token } from 'parse5';
import { parseSrcset, stringifySrcset } from 'srcset';
import { escapeText } from './escapeText.ts';

/** Attributes that hold one address, as HTML and SVG list them. */
const ADDRESS = new Set(
  'action background cite data formaction href itemid longdesc poster src xlink:href'.split(' '),
);
/** Attributes that hold several pictures, each with its size. */
const PICTURES = new Set(['srcset', 'imagesrcset']);

/**
 * HTML whose addresses are absolute, as a feed needs it: readers have no page to
 * resolve them against. Only such attributes change; all else stays as it was,
 * to the byte. What is no address is left as it is.
 *
 * @param text a fragment of a page's body
 * @param page absolute address of the page that the HTML is part of
 */
export function absoluteLinks(text: string, page: string): string {
  const fragment = parseFragment(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  // By place: what HTML's rules repeat in the tree stands in the text once.
  const changes = new Map<number, { readonly end: number; readonly attribute: string }>();
  for (const element of elementsIn(fragment)) {
    for (const { prefix, name, value } of element.attrs) {
      const fullName = prefix ? `${prefix}:${name}` : name;
      const place = element.sourceCodeLocation?.attrs?.[fullName];
      const absolute = absoluteValue(element, fullName, value, page);
      if (!place || absolute === value) continue;
      changes.set(place.startOffset, {
        end: place.endOffset,
        attribute: `${fullName}="${escapeText(absolute)}"`,
      });
    }
  }
  let done = '';
  let at = 0;
  for (const [start, { end, attribute }] of [...changes].sort(([a], [b]) => a - b)) {
    done += text.slice(at, start) + attribute;
    at = end;
  }
  return done + text.slice(at);
}

/** An attribute's value, each address in it absolute; other attributes as they are. */
function absoluteValue(
  { namespaceURI, tagName }: DefaultTreeAdapterTypes.Element,
  name: Token.Attribute['name'],
  value: string,
  page: string,
): string {
  if (ADDRESS.has(name)) {
    // In a drawing, "#" names a part of the drawing itself; a link is one all the same.
    const isOwnPart = namespaceURI === html.NS.SVG && tagName !== 'a' && value.startsWith('#');
    return isOwnPart ? value : absoluteAddress(value, page);
  }
  if (name === 'ping') return value.replace(/\S+/g, (address) => absoluteAddress(address, page));
  return PICTURES.has(name) ? absolutePictures(value, page) : value;
}

function absoluteAddress(address: string, page: string): string {
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}

function absolutePictures(value: string, page: string): string {
  try {
    const pictures = parseSrcset(value);
    return stringifySrcset(
      pictures.map((picture) => ({ ...picture, url: absoluteAddress(picture.url, page) })),
    );
  } catch {
    return value;
  }
}

/** All elements of a tree in order, those inside of templates too. */
function* elementsIn(
  node: DefaultTreeAdapterTypes.ParentNode,
): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsIn(child);
    if ('content' in child) yield* elementsIn(child.content);
  }
}
