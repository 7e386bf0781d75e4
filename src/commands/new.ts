/** `npm run new -- scene|transition NAME`: a module that works, to be made one's own. */
import { writeNewModule } from '../build/newModule.ts';
import { main, ROOT } from './main.ts';

await main(async () => {
  const path = writeNewModule(ROOT, process.argv.slice(2));
  const name = /(\w+)\.ts$/.exec(path)![1]!;
  console.log(`${path} works. See it with: node src/pipelines/art/sceneSheet.ts ${name}`);
});
