/** A .fet file cannot be read. `line` (1-based) is where; the message says what is wrong and needs no stack to be understood. */
export class FetError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
