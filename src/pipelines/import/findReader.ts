/** Which reader a source is for. */
import { ImportError, type Reader, type Source } from './article.ts';
import { beginningOf } from './beginning.ts';
import { READERS } from './readers/index.ts';

/** @throws ImportError where no reader knows it */
export async function findReader(source: Source): Promise<Reader> {
  const [first] = source.files;
  if (!first) throw new ImportError(`There is nothing in ${source.name}`);
  const beginning = await beginningOf(first);
  for (const load of READERS) {
    const reader = await load();
    if (await reader.recognises(source, beginning)) return reader;
  }
  const readers = await Promise.all(READERS.map((load) => load()));
  throw new ImportError(
    `${source.name} is in no form that is known here: ${readers.map(({ name }) => name).join(', ')}`,
  );
}
