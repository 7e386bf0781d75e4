/** How our element looks around its frame; as a constructed sheet, which strict policies for styles allow. */
import { FRAME_HEIGHT_CSS, FRAME_SIZE } from '../core/embed/size.ts';

const CSS = `
:host{display:block;box-sizing:border-box;width:100%;container-type:inline-size}
:host([hidden]){display:none}
div{position:relative;height:${FRAME_HEIGHT_CSS.narrow};overflow:hidden;background:#0c0b0d;color:#f3e9dc}
:host([theme=light]) div{background:#f3e9dc;color:#0c0b0d}
@container(min-width:${FRAME_SIZE.wideFrom}px){div{height:${FRAME_HEIGHT_CSS.wide}}}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden;color-scheme:dark}
.shown iframe{visibility:visible}
slot{display:grid;height:100%;box-sizing:border-box;padding:1.5rem;place-content:center;text-align:center}
.shown slot{display:none}
::slotted(a){color:inherit}
`;

let sheet: CSSStyleSheet | undefined;

/** Styles a shadow root; all share one sheet. */
export function dress(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  root.adoptedStyleSheets = [sheet];
}
