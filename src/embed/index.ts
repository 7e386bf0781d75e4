/** `/embed.js`: defines `<ballerina-story>`, once however often it is included. */
import { storyElement } from './element.ts';

const TAG = 'ballerina-story';

// This script's own address says where the site is; a module script or a bundle does not know it.
const own = (document.currentScript as HTMLScriptElement | null)?.src;
const home = own ? new URL('.', own).href : '__HOME__';

if (!customElements.get(TAG)) customElements.define(TAG, storyElement(home));
