import type { ReadScope, WriteScope } from './scope.ts';

/**
 * What a plugin's demo part is given: the demo school has been imported, the plugins before it have made
 * their part.
 */
export interface DemoContext {
  /** Decides all that is random; another seed gives another valid demo. */
  readonly seed: number;
  /** When the demo school came into being: what is written as of then has a past of some weeks. */
  readonly beganAt: Date;
  /** As the demo school's coordinator. */
  read<T>(work: (scope: ReadScope) => Promise<T>): Promise<T>;
  write<T>(work: (scope: WriteScope) => Promise<T>): Promise<T>;
  /** Makes something as of a moment of the past, with all that follows from it: notices carry its date. */
  at<T>(moment: Date, work: () => Promise<T>): Promise<T>;
  /** Runs jobs and reactions until nothing waits. */
  settle(): Promise<void>;
  report(text: string): void;
}
