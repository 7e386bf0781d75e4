/**
 * Makes Verovio's SVG small and paintable by the page: lines and glyphs take
 * the colour of the text, ids stay on notes and chords alone, and empty groups,
 * styles, comments and line breaks go. Lines are stroked, which Verovio leaves to
 * a style sheet: all inherit the colour, and only lines have a width.
 */
export function minify(svg: string, ids: ReadonlySet<string>): string {
  let out = svg
    .replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->|<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<desc[^>]*>.*?<\/desc>|<title[^>]*>.*?<\/title>/gs, '')
    .replace(/ (?:color="black"|overflow="inherit"|xmlns:\w+="[^"]*"|data-[\w-]+="[^"]*")/g, '')
    .replace(/ id="([^"]*)"/g, (whole, id: string) =>
      ids.has(id) || /^E[0-9A-F]{3}/.test(id) ? whole : '',
    )
    .replace(/ class="(?:[^"]*)"/g, (whole) => (/"(?:note|chord)"/.test(whole) ? whole : ''))
    .replace(/ ?(?:font-family|font-style|font-size|font-weight)="[^"]*"/g, '')
    .replace('<svg ', '<svg fill="currentColor" stroke="currentColor" stroke-width="0" ')
    .replace(/>\s+</g, '><');
  for (let before = ''; before !== out; ) {
    before = out;
    out = out.replace(/<g(?: class="[^"]*")?(?: ?\/>|><\/g>)/g, '');
  }
  return shortened(unwrapped(out)).trim();
}

/** Groups without attributes only hold their content together: drop their tags. */
function unwrapped(svg: string): string {
  const open: boolean[] = [];
  return svg.replace(/<g(\s[^>]*)?>|<\/g>/g, (tag, attributes: string | undefined) => {
    if (tag === '</g>') return open.pop() ? '</g>' : '';
    const kept = Boolean(attributes?.trim());
    open.push(kept);
    return kept ? tag : '';
  });
}

/** Glyph ids become one letter and a number. */
function shortened(svg: string): string {
  const names = new Map<string, string>();
  return svg.replace(/(id="|href="#)(E[0-9A-F]{3}[^"]*)"/g, (_, start: string, id: string) => {
    if (!names.has(id)) names.set(id, `g${names.size}`);
    return `${start}${names.get(id)}"`;
  });
}
