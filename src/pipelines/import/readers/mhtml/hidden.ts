/** What a page's style sheets hide. Pure. */
import { type CssNode, generate, type Selector as ParsedSelector, parse, walk } from 'css-tree';
import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';

interface Rule {
  readonly selector: string;
  /** How much it counts: ids, classes, elements. */
  readonly weight: readonly [number, number, number];
  readonly property: 'display' | 'visibility';
  readonly hides: boolean;
  readonly important: boolean;
}

/** Pixels of the window that the page is thought to be shown in. */
const WIDTH = 1280;

/** @param sheets as the page has them, in their order */
export function hiddenElements(tree: Root, sheets: readonly string[]): Set<Element> {
  const rules = sheets.flatMap(rulesOf);
  const won = new Map<string, Map<Element, { rule: Rule; order: number }>>();
  for (const [order, rule] of rules.entries()) {
    let found: Element[];
    try {
      found = selectAll(rule.selector, tree) as Element[];
    } catch {
      // A selector that asks for something that no saved page has, such as a pointer over it.
      continue;
    }
    const of = won.get(rule.property) ?? new Map<Element, { rule: Rule; order: number }>();
    won.set(rule.property, of);
    for (const element of found) {
      const before = of.get(element)?.rule;
      if (!before || !isStronger(before, rule)) of.set(element, { rule, order });
    }
  }
  const hidden = new Set<Element>();
  for (const [property, of] of won)
    for (const [element, { rule }] of of) {
      // What the element says itself is the stronger.
      const own = String(element.properties['style'] ?? '');
      const isOwn = new RegExp(`(?:^|;)\\s*${property}\\s*:`).test(own) && !rule.important;
      if (rule.hides && !isOwn) hidden.add(element);
    }
  return hidden;
}

const isStronger = (one: Rule, other: Rule): boolean => {
  if (one.important !== other.important) return one.important;
  for (const [at, weight] of one.weight.entries())
    if (weight !== other.weight[at]) return weight > other.weight[at]!;
  return false;
};

function rulesOf(sheet: string): Rule[] {
  const rules: Rule[] = [];
  const read = (node: CssNode): void => {
    if (node.type === 'StyleSheet') node.children.forEach(read);
    else if (node.type === 'Atrule') {
      const asked = node.prelude ? generate(node.prelude) : '';
      const holds = node.name === 'media' ? isShown(asked) : /^(?:layer|supports)$/.test(node.name);
      if (holds) node.block?.children.forEach(read);
    } else if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
      const declarations = node.block.children
        .toArray()
        .filter((one) => one.type === 'Declaration');
      for (const { property, value, important } of declarations) {
        const name = property.toLowerCase();
        if (name !== 'display' && name !== 'visibility') continue;
        const said = generate(value).toLowerCase();
        for (const selector of node.prelude.children.toArray())
          if (selector.type === 'Selector')
            rules.push({
              selector: generate(selector),
              weight: weightOf(selector),
              property: name,
              hides: name === 'display' ? said === 'none' : /^(?:hidden|collapse)$/.test(said),
              important: important !== false,
            });
      }
    }
  };
  read(parse(sheet, { parseCustomProperty: false, onParseError: () => undefined }));
  return rules;
}

/** Whether a screen of the usual width is meant. */
function isShown(query: string): boolean {
  return query.split(',').some((one) => {
    const asked = one.toLowerCase();
    if (/\bprint\b|\bspeech\b|\bnot\b/.test(asked)) return false;
    const features = [...asked.matchAll(/\(([^)]*)\)/g)].map(([, feature = '']) => feature);
    return features.every((feature) => {
      const [, end, length, unit] =
        /^\s*(min|max)-width\s*:\s*([\d.]+)(px|r?em)\s*$/.exec(feature) ?? [];
      if (!end) return false;
      const pixels = Number(length) * (unit === 'px' ? 1 : 16);
      return end === 'min' ? pixels <= WIDTH : pixels >= WIDTH;
    });
  });
}

function weightOf(selector: ParsedSelector): [number, number, number] {
  const weight: [number, number, number] = [0, 0, 0];
  walk(selector, ({ type }) => {
    if (type === 'IdSelector') weight[0] += 1;
    else if (/^(?:Class|Attribute|PseudoClass)Selector$/.test(type)) weight[1] += 1;
    else if (type === 'TypeSelector') weight[2] += 1;
  });
  return weight;
}
