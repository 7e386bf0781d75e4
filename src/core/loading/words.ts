/** What readers are told of parts that do not come: a page that is open while its site is renewed never gets the old ones again. */
export const notLoaded = (part: string): string =>
  `${part} could not be loaded. Try again; if that does not help, reload the page.`;
