import type { LayOut } from '../db/database.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';

/** Runs a query as the system on a reader connection. */
export type InRead = <T>(work: (scope: ReadScope) => Promise<T>) => Promise<T>;

/** Runs a command as the system in one write transaction; may run it again after a deadlock. */
export type InWrite = <T>(work: (scope: WriteScope) => Promise<T>, before?: LayOut) => Promise<T>;
