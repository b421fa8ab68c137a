import type { Actor } from '../access/actor.ts';
import type { ReadScope, WriteScope } from './scope.ts';

/** What a session route may do. */
export interface SessionControl {
  readonly actor: Actor;
  /** The visitor's address, for limits. */
  readonly address: string;
  /** Asks a passport strategy with the request's body; the person's account, or undefined when it does not fit. */
  authenticate(strategy: string): Promise<Account | undefined>;
  /** Starts a fresh session (the old one's id is never kept) and returns the actor that it makes. */
  signIn(account: Account): Promise<Actor>;
  signOut(): Promise<void>;
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  inWrite<T>(actor: Actor, work: (scope: WriteScope) => Promise<T>): Promise<T>;
}

/** Whom a session belongs to. */
export interface Account {
  readonly id: string;
  readonly personId: string;
}
