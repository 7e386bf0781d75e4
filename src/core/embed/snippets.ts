/** What a blog pastes: a link, our element with its script, or a plain frame. Pure. */
import { escapeText } from '../site/feed/escapeText.ts';
import { absolute, chapterAddress, type SiteFacts, siteAddress } from '../site/metadata/site.ts';
import { framePath } from './address.ts';
import { type FrameOptions, frameQuery } from './options.ts';
import { FRAME_PERMISSIONS } from './permissions.ts';
import { FRAME_SIZE, frameHeight } from './size.ts';

export interface Subject {
  /** The chapter; the whole story when absent. */
  readonly slug?: string | undefined;
  readonly options?: FrameOptions;
}

export interface PlainFrame extends Subject {
  /** In CSS pixels; the frame fills its column up to this width. */
  readonly width: number;
}

/** What of the site the snippets say. */
export interface NamedSite extends Pick<SiteFacts, 'site' | 'base'> {
  readonly story: { readonly title: string; readonly path?: string };
  readonly chapters: readonly { readonly slug: string; readonly title: string }[];
}

/** The page that a frame of the subject leads to. */
export function pageAddress(site: NamedSite, slug?: string): string {
  return slug === undefined ? absolute(site, '') : chapterAddress(site, slug);
}

/** What a frame of the subject is called. */
export function frameTitle({ story, chapters }: NamedSite, slug?: string): string {
  const chapter = chapters.find((candidate) => candidate.slug === slug);
  return chapter ? `${chapter.title} · ${story.title}` : story.title;
}

/** Our element around a plain link, and the script that brings it to life. */
export function elementSnippet(site: NamedSite, { slug, options = {} }: Subject): string {
  const attributes = [
    ...(slug === undefined ? [] : [`chapter="${slug}"`]),
    ...(options.theme && options.theme !== 'dark' ? [`theme="${escapeText(options.theme)}"`] : []),
    ...(options.lang ? [`lang="${escapeText(options.lang)}"`] : []),
  ];
  const link = `<a href="${escapeText(pageAddress(site, slug))}">${escapeText(frameTitle(site, slug))}</a>`;
  return [
    `<${['ballerina-story', ...attributes].join(' ')}>${link}</ballerina-story>`,
    `<script async src="${escapeText(siteAddress(site, 'embed.js'))}"></script>`,
  ].join('\n');
}

/** The address of a frame, for places that make one of an address themselves. */
export function frameAddress(site: NamedSite, { slug, options = {} }: Subject): string {
  return absolute(site, framePath(slug)) + frameQuery(options);
}

/** A frame that needs no script of ours: tall where the column is a phone's, else of a wide frame's height. */
export function frameSnippet(site: NamedSite, { slug, options = {}, width }: PlainFrame): string {
  const address = frameAddress(site, { slug, options });
  return (
    `<iframe src="${escapeText(address)}" title="${escapeText(frameTitle(site, slug))}"` +
    ` width="${width}" height="${Math.round(frameHeight(width))}" style="${plainStyle(width)}"` +
    ` loading="lazy" allow="${FRAME_PERMISSIONS}"></iframe>`
  );
}

function plainStyle(width: number): string {
  const { narrowHeight, wideFrom } = FRAME_SIZE;
  const wide = Math.round(frameHeight(width));
  // Below the width of a wide frame and its page's margins the factor lifts it to the tall one at once.
  const height =
    width < wideFrom
      ? `${narrowHeight}px`
      : `clamp(${wide}px,(${wideFrom + 60}px - 100vw)*999,${narrowHeight}px)`;
  return `width:100%;max-width:${width}px;height:${height};border:0`;
}
