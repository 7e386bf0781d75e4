/** One window of a browser. */
export interface Engine {
  open(address: string): Promise<void>;
  /** Evaluates an expression in the page, or in its frame of that index. */
  run(expression: string, frame?: number): Promise<unknown>;
  /** Presses the first element of a selector. */
  press(selector: string): Promise<void>;
  close(): Promise<void>;
}
