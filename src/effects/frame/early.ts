/** Before the first paint of a frame: styles for scripts, and the theme that the blog chose. Runs as a classic script. */
import { THEMES } from '../../core/embed/options.ts';

const { classList, dataset } = document.documentElement;
classList.add('js');
const wanted = new URLSearchParams(location.search).get('theme');
const theme = THEMES.find((name) => name === wanted);
if (theme) dataset['theme'] = theme;
