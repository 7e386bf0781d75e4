/** `/embed.js`: defines `<ballerina-story>`, once however often it is included. */
import { storyElement } from './element.ts';

const TAG = 'ballerina-story';

// Hosts' optimisers serve it from elsewhere, join it to other scripts, write it into the page.
const script = (document.currentScript as HTMLScriptElement | null)?.src;
const registry = globalThis.customElements as CustomElementRegistry | undefined;

if (registry && !registry.get(TAG)) {
  registry.define(TAG, storyElement({ script, built: '__HOME__' }));
}
