/** Makes a part of a page like another without replacing what is alike: what scripts hold of it stays in their hands. */

/** Attributes that scripts give and the server does not. */
const OWN = /^data-(?:watched|near)$/;

export function morph(now: Element, next: Element): void {
  for (const { name } of [...now.attributes])
    if (!next.hasAttribute(name) && !OWN.test(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  // Islands look after themselves.
  if (now.localName === 'astro-island') return;
  const wanted = [...next.childNodes];
  for (const [at, node] of wanted.entries()) {
    const there = now.childNodes[at];
    if (!there) now.append(document.importNode(node, true));
    else if (there.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE) {
      if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
    } else if (there instanceof Element && node instanceof Element && alike(there, node))
      morph(there, node);
    else if (!there.isEqualNode(node)) there.replaceWith(document.importNode(node, true));
  }
  while (now.childNodes.length > wanted.length) now.lastChild!.remove();
}

const alike = (one: Element, other: Element): boolean =>
  one.localName === other.localName &&
  one.id === other.id &&
  one.classList[0] === other.classList[0];
