/** The bar's line gives way while one reads down; how that looks is the style sheet's. */
import { barAfter, barAt } from '../../core/reading/barWay.ts';
import { onScrolled } from './scrolling.ts';

/** @returns the undo */
export function giveWay(bar: Element): () => void {
  const line = bar.closest('.top');
  let way = barAt(window.scrollY);
  // Asked when it changes, not in mid-scroll: the question would have the page laid out.
  let height = window.innerHeight;
  const onResize = () => {
    height = window.innerHeight;
  };
  const unlisten = onScrolled((scroll) => {
    const { away } = way;
    way = barAfter(way, scroll, height);
    if (way.away !== away) line?.toggleAttribute('data-away', way.away);
  });
  window.addEventListener('resize', onResize);
  return () => {
    unlisten();
    window.removeEventListener('resize', onResize);
    line?.removeAttribute('data-away');
  };
}
