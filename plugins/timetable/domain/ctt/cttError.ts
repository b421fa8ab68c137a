/** A .ctt file or a solution of one cannot be read. `line` (1-based) is where. */
export class CttError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
