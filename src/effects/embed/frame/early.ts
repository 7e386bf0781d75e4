/** Before the first paint of a frame: its policy, styles for scripts, the theme that the blog chose, and a watch for its program. Runs as a classic script. */
import { FRAME_POLICY } from '../../../config/frame.ts';
import { THEMES } from '../../../core/embed/options.ts';
import { watchProgram } from './retryProgram.ts';

// In a sandbox WebKit takes 'self' for the frame's own origin, which is none: only the site's name lets its files in.
const policy = document.querySelector<HTMLMetaElement>(`meta[name=${FRAME_POLICY}]`);
if (policy) {
  policy.content = policy.content.replaceAll("'self'", `'self' ${location.origin}`);
  policy.httpEquiv = 'content-security-policy';
}

const { classList, dataset } = document.documentElement;
classList.add('js');
const wanted = new URLSearchParams(location.search).get('theme');
const theme = THEMES.find((name) => name === wanted);
if (theme) dataset['theme'] = theme;
watchProgram();
