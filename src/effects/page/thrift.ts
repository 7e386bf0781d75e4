/** Whether this reader asked for less data, of the browser (Save-Data) or of the system: what is heavy then waits for a press. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
