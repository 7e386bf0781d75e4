/** `npm run new -- scene|transition|cue NAME`: files that work, to be made one's own. */
import { writeNewModule } from '../build/newModule.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  const { paths, next } = writeNewModule(ROOT, process.argv.slice(2));
  console.log(`${paths.join(' and ')} ${paths.length > 1 ? 'work' : 'works'}. Next: ${next}`);
});
