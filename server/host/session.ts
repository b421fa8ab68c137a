import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import type { ReadScope, WriteScope } from './scope.ts';

/** What a session route may do. */
export interface SessionControl {
  readonly actor: Actor;
  /** The visitor's address, for limits. */
  readonly address: string;
  /** One moment for all that the route does outside of scopes. */
  readonly now: Date;
  /** Asks a passport strategy with the request's body; the person's account, or undefined when it does not fit. */
  authenticate(strategy: string): Promise<Account | undefined>;
  /** Starts a fresh session (the old one's id is never kept) and returns the actor that it makes. */
  signIn(account: Account, shown?: { readonly secondFactor: boolean }): Promise<Actor>;
  /** Notes that a password or code was given just now, and whether it was a second factor. */
  verified(shown?: { readonly secondFactor: boolean }): Promise<Actor>;
  /** What an unfinished sign-in has left in the visitor's session; gone after some minutes. */
  readonly halfway: Halfway | undefined;
  setHalfway(halfway: Omit<AwaitsCode, 'until'> | Omit<AwaitsProvider, 'until'> | undefined): Promise<void>;
  /** Shows this session the pages of a role, or its own again. */
  viewAs(role: Role | undefined): Promise<Actor>;
  signOut(): Promise<void>;
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  inWrite<T>(actor: Actor, work: (scope: WriteScope) => Promise<T>): Promise<T>;
}

/** Whom a session belongs to. */
export interface Account {
  readonly id: string;
  readonly personId: string;
}

/** The password was right; the second factor is still to come. */
export interface AwaitsCode {
  readonly kind: 'code';
  readonly account: Account;
  readonly until: string;
}

/** The visitor was sent to the provider of accounts. */
export interface AwaitsProvider {
  readonly kind: 'provider';
  readonly purpose: 'sign-in' | 'link';
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly until: string;
}

export type Halfway = AwaitsCode | AwaitsProvider;
