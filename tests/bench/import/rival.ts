/** wordpress-export-to-markdown's own reading of an export, no picture asked for. */
import { createRequire } from 'node:module';

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
await parser.parseFilePromise({
  input,
  includeOtherTypes: false,
  saveAttachedImages: false,
  saveScrapedImages: false,
});
