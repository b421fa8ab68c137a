import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permission.ts';
import type { About } from '../audit/about.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { SessionControl } from '../host/session.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** What a handler is given: parsed, apart from each other, so that a body cannot override a path. */
export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The revision named by `If-Match`, on routes with `precondition`. */
  readonly ifMatch: number;
}

interface RouteBase<P, Q, B, O> {
  /** Below `/api`, in Express's form: `/groups/:groupId/week`. */
  readonly path: string;
  /** Unique over the product, lowerCamelCase; the client's function is named so. */
  readonly operationId: string;
  /** One English sentence for the API page. */
  readonly summary: string;
  readonly permission: Permission;
  /** Strict objects; left out where there is nothing to parse. */
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** What is sent; unknown keys are stripped. A `revision` member becomes the ETag. */
  readonly output: z.ZodType<O>;
  /** The refusals that this route may answer with beside the common ones (for the API page and the fuzzer). */
  readonly problems?: readonly ProblemKind[];
  /** Whose data it shows or changes; every route that names a person or a student says so, or why it does not. */
  readonly about?: About<P, Q, B, O>;
  /** Not JSON: the output is a string or bytes sent as this media type. */
  readonly produces?: string;
  /**
   * Wants a password or code given within the last minutes (`STEP_UP_MINUTES`); otherwise answers 403
   * `http/step-up-needed`, at which the client asks for it and sends the same request again.
   */
  readonly stepUp?: true;
  /** Served even before a second factor that the person's role needs: what it takes to set one up. */
  readonly beforeSecondFactor?: true;
  /** It may take the processor for more than some 50 ms: answered in a thread apart, where there is one. */
  readonly isHeavy?: true;
}

/** Reads and writes, which have a scope. */
interface ScopedBase<P, Q, B, O> extends RouteBase<P, Q, B, O> {
  /**
   * Whose rights the request has, where a secret that it brings says so instead of a session: a link from a mail. Asked
   * before the handler; refuses with a problem.
   */
  actsAs?(scope: ReadScope, input: RouteInput<P, Q, B>): Promise<Actor>;
}

export interface ReadRoute<P, Q, B, O> extends ScopedBase<P, Q, B, O> {
  /** `post` where what is asked does not fit into an address: a preview of an import, of a publication. */
  readonly method: 'get' | 'post';
  readonly reads: true;
  readonly session?: never;
  readonly status?: 200;
  readonly upload?: never;
  readonly bodyLimit?: number;
  handle(scope: ReadScope, input: RouteInput<P, Q, B>): Promise<O>;
}

/** One of several asks that are answered together, each of an actor of its own. */
export interface AskedInSet<P, Q, B> {
  readonly actor: Actor;
  readonly input: RouteInput<P, Q, B>;
}

/**
 * A write that sockets may send too: those that come together are stored in one transaction. The scope is the system's: each
 * ask names its actor.
 */
export interface InSets<P, Q, B, O> {
  /** The name under which it is sent, with `{ params, body }`. */
  readonly event: `${string}:${string}`;
  /** The first thing in the transaction: from here on nobody else changes what they write to. The rights of the actors are read after it. */
  lock(scope: WriteScope, asked: readonly AskedInSet<P, Q, B>[]): Promise<void>;
  /** Answers in the order asked; what one is refused with concerns it alone. */
  handle(scope: WriteScope, asked: readonly AskedInSet<P, Q, B>[]): Promise<readonly (O | Problem)[]>;
}

export interface WriteRoute<P, Q, B, O, R = unknown> extends ScopedBase<P, Q, B, O> {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly session?: never;
  readonly reads?: never;
  /** Success status; 200 unless told. */
  readonly status?: 200 | 201 | 202;
  /** Requires `If-Match` with the revision that the client saw. */
  readonly precondition?: true;
  /** Largest body in bytes; 100 KB unless told. */
  readonly bodyLimit?: number;
  /**
   * Asked for by other servers and programs: no origin is expected and no session is looked at, so the actor is nobody.
   * What it may do must follow from a secret in its address.
   */
  readonly fromAnywhere?: true;
  /** The body is a file, not JSON: it is streamed to disk, and `body` is a `ReceivedFile`. */
  readonly upload?: true;
  /** With `upload`: refuses before the file is received, so that whoever does not know the secret of an address fills no disk. */
  mustKnow?(params: P): void;
  /** Its body or reply holds a secret: no reply is kept for an `Idempotency-Key`, so that it is nowhere at rest. */
  readonly secret?: true;
  /** What takes long is worked out before the transaction, on a reader connection; `handle` checks that it still holds. */
  prepare?(scope: ReadScope, input: RouteInput<P, Q, B>): Promise<R>;
  handle(scope: WriteScope, input: RouteInput<P, Q, B>, prepared: R): Promise<O>;
  readonly inSets?: InSets<P, Q, B, O>;
}

/** Signing in and out, and what hashes a password: works on the session, outside of any transaction. */
export interface SessionRoute<P, Q, B, O> extends RouteBase<P, Q, B, O> {
  readonly method: 'post' | 'put' | 'delete';
  readonly session: true;
  /** Served while an administrator looks at the pages of a role: what leads out of it. */
  readonly whileViewing?: true;
  readonly reads?: never;
  readonly upload?: never;
  readonly status?: 200;
  readonly bodyLimit?: number;
  handle(session: SessionControl, input: RouteInput<P, Q, B>): Promise<O>;
}

/** A route whose types have been checked by `defineRoute`, as the host keeps it. */
export type Route =
  | ReadRoute<unknown, unknown, unknown, unknown>
  | WriteRoute<unknown, unknown, unknown, unknown, unknown>
  | SessionRoute<unknown, unknown, unknown, unknown>;

/** Declares a read: runs on a reader connection. */
export const defineRead = <O, P = Record<never, never>, Q = Record<never, never>>(
  route: Omit<ReadRoute<P, Q, undefined, O>, 'method' | 'body' | 'reads' | 'status' | 'bodyLimit'>,
): ReadRoute<P, Q, undefined, O> => ({ ...route, method: 'get', reads: true });

/** Declares a read whose question is a body. Changes nothing and holds up no writer. */
export const defineQuestion = <O, B, P = Record<never, never>, Q = Record<never, never>>(
  route: Omit<ReadRoute<P, Q, B, O>, 'method' | 'reads'>,
): ReadRoute<P, Q, B, O> => ({ ...route, method: 'post', reads: true });

/** Declares a write: runs in one transaction that commits together with its events. */
export const defineWrite = <O, P = Record<never, never>, Q = Record<never, never>, B = undefined, R = unknown>(
  route: WriteRoute<P, Q, B, O, R>,
): WriteRoute<P, Q, B, O, R> => route;

/** Declares signing in or out. */
export const defineSessionRoute = <O, P = Record<never, never>, Q = Record<never, never>, B = undefined>(
  route: Omit<SessionRoute<P, Q, B, O>, 'session'>,
): SessionRoute<P, Q, B, O> => ({ ...route, session: true });
