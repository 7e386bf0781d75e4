/** The colours of a part of the stage: custom properties, written when they change. */
export class Tones {
  readonly #style: CSSStyleDeclaration;
  #set: Readonly<Record<string, string>> = {};

  constructor(element: SVGElement | HTMLElement) {
    this.#style = element.style;
  }

  /** Sets these tones and takes back those set before and no longer named: the stage's own show again. */
  set(tones: Readonly<Record<string, string>>): void {
    const before = this.#set;
    this.#set = tones;
    for (const name in before) if (!(name in tones)) this.#style.removeProperty(`--tone-${name}`);
    for (const name in tones)
      if (tones[name] !== before[name]) this.#style.setProperty(`--tone-${name}`, tones[name]!);
  }
}
