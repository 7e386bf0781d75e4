/** How our element looks around its frame; as a constructed sheet, which strict policies for styles allow. */
import { FRAME_SIZE } from '../core/embed/size.ts';
import { FRAME_HEIGHT_CSS } from '../core/embed/sizeStyles.ts';

/**
 * On paper a poster and the link stand for the frame, whether it has loaded or not.
 * Where the element's own content says how wide it is, as in a flex row, it is as
 * wide as a plain frame would be: by a canvas, since what is replaced may shrink.
 * Half a phone's window at least, so that two of them stand side by side there.
 */
const CSS = `
:host{display:block;box-sizing:border-box;width:100%;writing-mode:horizontal-tb}
:host([hidden]){display:none}
.width{height:0;overflow:hidden}
canvas{display:block;width:100%;min-width:min(${FRAME_SIZE.smallest}px,45vw)}
.room{container-type:inline-size}
.box{position:relative;height:${FRAME_HEIGHT_CSS.narrow};overflow:hidden;background:__GROUND__;color:__BONE__}
:host([theme=light]) .box{background:__PAPER__;color:__INK__}
@container(min-width:${FRAME_SIZE.wideFrom}px){.box{height:${FRAME_HEIGHT_CSS.wide}}}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden;color-scheme:dark}
.shown iframe{visibility:visible}
.box slot{display:grid;height:100%;box-sizing:border-box;padding:1.5rem;place-content:center;text-align:center}
.shown slot{display:none}
.box ::slotted(*){color:inherit}
img{display:none}
@media print{
.box{display:flex;flex-direction:column;gap:.5rem;height:auto!important;break-inside:avoid;background:none!important;color:inherit!important}
img{display:block;max-width:100%;height:auto}
iframe{display:none}
.box slot,.shown slot{display:block;order:1;height:auto;padding:0;text-align:start}
.box ::slotted(a)::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`;

let sheet: CSSStyleSheet | undefined;

/**
 * Styles a shadow root; all share one sheet.
 * @throws where neither a sheet nor a style element is possible
 */
export function dress(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root) {
    try {
      sheet ??= constructed();
      root.adoptedStyleSheets = [sheet];
      return;
    } catch {
      // Older browsers know the list and cannot make a sheet for it.
    }
  }
  const style = document.createElement('style');
  style.textContent = CSS;
  root.append(style);
  if (!style.sheet) throw new Error('no styles here');
}

function constructed(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(CSS);
  return made;
}
