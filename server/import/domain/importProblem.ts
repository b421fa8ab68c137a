/** What is wrong, and exactly where. `column` is the heading as the file writes it, empty for whole rows and files. */
export interface ImportProblem {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
  readonly params: Readonly<Record<string, string | number>>;
}
