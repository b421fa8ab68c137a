import type { z } from 'zod';
import type { LayOut } from '../db/database.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

/** How far a job is; `detail` is shown by the client of the job's kind. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly detail?: unknown;
}

/** What a running job may do. Long work happens outside of transactions; results are written in short ones. */
export interface JobContext {
  readonly jobId: string;
  /** Aborted when somebody cancels the job or the process stops. */
  readonly signal: AbortSignal;
  /** Stored at most twice a second and pushed to whoever watches `jobs.job`. */
  report(progress: Progress): void;
  read<T>(work: (scope: ReadScope) => Promise<T>): Promise<T>;
  /** `before` lays rows out that `work` stores, before any lock is taken. */
  write<T>(work: (scope: WriteScope) => Promise<T>, before?: LayOut): Promise<T>;
  /**
   * A write among many that a job which is run again does again if it is missing. PostgreSQL does not wait for the disk at
   * its commit, so that nobody else waits behind it: a crash may take back the last of them, but never out of order, and
   * whatever `write` commits later has all of them with it.
   */
  writePart<T>(work: (scope: WriteScope) => Promise<T>): Promise<T>;
}

/** A kind of long work. A job survives a restart: it is run again from the start, so `run` must be repeatable. */
export interface JobKind<I> {
  /** `<plugin>.<verb>`. */
  readonly name: string;
  /** `quick` work waits mostly for others (mail) and does not queue behind long computations; `long` unless told. */
  readonly lane?: 'quick' | 'long';
  readonly input: z.ZodType<I>;
  /**
   * Runs in a thread of its own, with connections of its own, so that heavy work does not keep requests
   * waiting. Nothing in memory is shared with the rest of the process.
   */
  readonly inThread?: true;
  /** Returns what is stored as the job's result. */
  run(context: JobContext, input: I): Promise<unknown>;
}

export const defineJob = <I>(kind: JobKind<I>): JobKind<I> => kind;

/** Work done again and again; runs once per due time however many processes there are. */
export interface Schedule {
  readonly name: string;
  readonly everySeconds: number;
  /** Whoever has much to do does a part and answers `more`: the rest follows at once in transactions of its own, so that nobody waits behind all of it. */
  run(scope: WriteScope): Promise<void | 'more'>;
}
