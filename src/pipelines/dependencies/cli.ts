/** `npm run packages`: writes docs/dependencies.md. */
import { writeFileSync } from 'node:fs';
import { dependencyTable } from './read.ts';

writeFileSync('docs/dependencies.md', dependencyTable('.'));
