/**
 * `node tests/run/prepare.ts`: the browser and all that some tests need is found or
 * installed, what is needed first before the rest. It waits for the network more than it
 * works, so it runs beside the checks.
 */
import { ensureExtra } from './apt.ts';
import { SERVER_EXTRAS } from './extras.ts';
import { ensureAll } from './playwright.ts';
import { thisSystem } from './system.ts';

const system = thisSystem();
for (const extra of SERVER_EXTRAS) console.log(ensureExtra(extra, system));
const browser = ensureAll(system);
console.log('problem' in browser ? browser.problem : `Browser: ${browser.path}`);
