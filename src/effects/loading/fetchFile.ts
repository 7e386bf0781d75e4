import type { Attempt } from './keepTrying.ts';

/**
 * Fetches a file for an attempt, which goes on as long as bytes come. From the second attempt on
 * no copy is used that the browser has kept: it may be the damaged one.
 *
 * @throws when it does not come, or comes with an error; its body throws where it is cut
 */
export async function fetchFile(url: string, attempt: Attempt): Promise<Response> {
  const { signal, number, progress } = attempt;
  const response = await fetch(url, { signal, cache: number > 0 ? 'reload' : 'default' });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  progress();
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, body) {
      progress();
      body.enqueue(bytes);
    },
  });
  return new Response(response.body?.pipeThrough(watch), response);
}
