/** wordpress-export-to-markdown's own reading of an export, no picture asked for. Prints what it took. */
import { createRequire } from 'node:module';
import { told } from './told.ts';

interface Parser {
  parseFilePromise(config: {
    readonly input: string;
    readonly includeOtherTypes: boolean;
    readonly saveAttachedImages: boolean;
    readonly saveScrapedImages: boolean;
  }): Promise<unknown[]>;
}

const [input = '', folder = ''] = process.argv.slice(2);
const parser: Parser = createRequire(`${folder}/`)('wordpress-export-to-markdown/src/parser.js');
// It tells its progress on the standard output.
console.log = () => undefined;
const posts = await parser.parseFilePromise({
  input,
  includeOtherTypes: false,
  saveAttachedImages: false,
  saveScrapedImages: false,
});
told(`${posts.length} posts read`);
