import type { Output } from '../cli/command.ts';

/** What a plugin adds to the command line: `tutoria <plugin> <command>`. These work on files, not on the data. */
export interface PluginCommand {
  /** Name and arguments as commander writes them: `solve <file>`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly CommandOption[];
  /** Returns the exit code. Wrong arguments are told by throwing a `UsageError`. */
  run(
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    output: Output,
    /** Aborted by Ctrl-C or SIGTERM: finish soon, with what there is. A second signal ends the process. */
    signal: AbortSignal,
  ): Promise<number>;
}

export interface CommandOption {
  /** `--seconds <n>`. */
  readonly flags: string;
  readonly summary: string;
}

/** The arguments do not fit; the message says how they should. */
export class UsageError extends Error {}
