/**
 * `node tests/run/prepare.ts`: the browser and all that some tests need is found or
 * installed, what is needed first before the rest. It waits for the network more than it
 * works, so it runs beside the checks.
 */
import { ensureExtra } from './apt.ts';
import { ensureBrowser, ensureWholeBrowser } from './browser.ts';
import { BROWSER_EXTRAS, HEADLESS_SHELL, SERVER_EXTRAS } from './extras.ts';
import { thisSystem } from './system.ts';

const system = thisSystem();
for (const extra of [...SERVER_EXTRAS, HEADLESS_SHELL]) console.log(ensureExtra(extra, system));
const browser = ensureBrowser(system);
console.log('problem' in browser ? browser.problem : `Browser: ${browser.path}`);
console.log(ensureWholeBrowser(system));
for (const extra of BROWSER_EXTRAS) console.log(ensureExtra(extra, system));
