/** The web manifest: how the story looks where a system keeps it. Pure. */
import { homeOf, iconPath, type SiteFacts } from './site.ts';

/** Sides in pixels of the icons beside `icon.svg`. */
export const ICON_SIZES = [192, 512] as const;

export function webManifest(site: SiteFacts): object {
  const { story, colour } = site;
  const start = homeOf(site);
  const bitmaps = ICON_SIZES.flatMap((size) => {
    const icon = { sizes: `${size}x${size}`, type: 'image/png' };
    return [
      { ...icon, src: iconPath(site, `icons/${size}.png`), purpose: 'any' },
      { ...icon, src: iconPath(site, `icons/${size}-maskable.png`), purpose: 'maskable' },
    ];
  });
  return {
    id: start,
    name: story.title,
    // Home screens cut what is longer.
    short_name: story.title.length <= 12 ? story.title : story.title.split(' ')[0],
    description: story.description,
    lang: story.language,
    start_url: start,
    scope: start,
    display: 'minimal-ui',
    background_color: colour,
    theme_color: colour,
    icons: [{ src: iconPath(site, 'icon.svg'), sizes: 'any', type: 'image/svg+xml' }, ...bitmaps],
  };
}
