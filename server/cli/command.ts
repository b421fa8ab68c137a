import type { App } from '../app.ts';

/** What a command writes while it runs. */
export interface Output {
  /** A line of the result. */
  line(text: string): void;
  /** What is going on, for a person at a terminal; overwrites itself there, left out elsewhere. */
  progress(text: string): void;
}

/**
 * A command that works on the installation's data. With SQLite it runs inside of the server when one is
 * running, because SQLite has one writer: so arguments and output must survive JSON.
 */
export interface Command<A> {
  readonly name: string;
  /** Returns the exit code: 0 done, 1 refused (said in the output). */
  run(app: App, args: A, output: Output): Promise<number>;
}

export const defineCommand = <A>(command: Command<A>): Command<A> => command;

/** Exit codes of the command line. */
export const exit = { done: 0, refused: 1, usage: 2, defect: 70 } as const;
