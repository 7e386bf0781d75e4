/** The page that all is compared with: as long as a scene, with words and a fixed stage, and nothing on it. */
import { PHONE } from './phone.ts';

const SCREENS = 5;

/** A document of five screens. */
export const EMPTY_PAGE = `<!doctype html>
<html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Empty</title>
<style>
body { margin: 0; background: #0c0b0d; color: #f3e9dc; font: 18px/1.55 serif }
svg { position: sticky; top: 0; display: block; width: 100%; height: 56vh; z-index: 1 }
main { height: ${SCREENS * PHONE.height}px; padding: 0 20px }
p { margin: 0 0 40vh }
</style>
<svg viewBox="-1800 -1500 3600 2400"><path fill="#0c0b0d" d="M-1800-1500h3600v2400h-3600z"/></svg>
<main>${'<p>What stands here is read while nothing moves behind it, so that the price of reading is known before the price of the dance. </p>'.repeat(9)}</main>
</html>`;
