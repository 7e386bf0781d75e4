const ADDRESS = /(<[a-z][^>]*?\s(?:href|src|poster)=)(["'])(.*?)\2/gi;

/**
 * HTML whose links and pictures are absolute, as a feed needs it: readers have
 * no page to resolve them against. What is no address is left as it is.
 *
 * @param page absolute address of the page that the HTML is part of
 */
export function absoluteLinks(html: string, page: string): string {
  return html.replace(ADDRESS, (whole, before: string, quote: string, address: string) => {
    if (!URL.canParse(address, page)) return whole;
    return `${before}${quote}${new URL(address, page).href}${quote}`;
  });
}
