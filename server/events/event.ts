import type { z } from 'zod';

/** A kind of thing that happened. Its name is `<plugin>.<what-happened>`. */
export interface EventKind<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** A valid payload, for tests and for the guide. */
  readonly sample: P;
  /** Events with the same key are delivered in the order in which they were committed. */
  streamOf(payload: P): string;
}

/** Something that happened, as reactions see it. */
export interface DomainEvent<P> {
  /** A reaction's effects in the database happen once; for effects elsewhere, which may repeat after a crash, deduplicate by this id. */
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  /** Who caused it; empty for the system. */
  readonly actorId: string;
  readonly payload: P;
}

export const defineEvent = <P>(kind: EventKind<P>): EventKind<P> => kind;
