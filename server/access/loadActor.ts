import type { Knex } from 'knex';
import { prepared } from '../db/prepared.ts';
import type { Account } from '../host/session.ts';
import type { Actor, Proof } from './actor.ts';
import type { Grant, Role } from './roles.ts';

/** A plugin's answer to: which roles does this person have because of your facts? */
export type GrantSource = (db: Knex, personId: string, now: Date) => Promise<readonly Grant[]>;

export interface Whose {
  readonly db: Knex;
  readonly account: Account;
  readonly sessionId: string;
  readonly now: Date;
  /** What the session has shown. */
  readonly proof: Proof;
  /** Roles that are worth nothing without a second factor. */
  readonly secondFactorRoles: readonly Role[];
  /** The role whose pages an administrator looks at. */
  readonly viewAs: Role | undefined;
}

/** A person about whom the caller knows that they may act: the demo's coordinator, or an account that is not locked out. */
export interface Acting {
  readonly db: Knex;
  readonly personId: string;
  readonly sessionId: string;
  readonly now: Date;
}

/** Whether somebody has accounts, and all of them are locked. Whoever has none was never let in, and so not locked out. */
export async function isLockedOut(db: Knex, personId: string): Promise<boolean> {
  const accounts: readonly { readonly isDisabled: boolean }[] = await db('auth_account')
    .where({ personId })
    .select('isDisabled');
  return accounts.length > 0 && accounts.every(({ isDisabled }) => isDisabled);
}

interface PersonRow {
  readonly id: string;
  readonly language: Actor['language'];
  readonly zone: string;
}

const columns = { id: 'person.id', language: 'person.language', zone: 'person.zone' };

const personOfAccount = prepared<{ accountId: string }, PersonRow>((db, value) =>
  db('auth_account as account')
    .join('people_person as person', 'person.id', 'account.personId')
    .where({ 'account.id': value('accountId'), 'account.isDisabled': false, 'person.isActive': true })
    .select(columns),
);

/** The actor of a session; undefined when the account is locked out or the person no longer active. */
export async function loadActor(whose: Whose, sources: readonly GrantSource[]): Promise<Actor | undefined> {
  const { db, account, sessionId, now, proof, secondFactorRoles, viewAs } = whose;
  const [person] = await personOfAccount(db, { accountId: account.id });
  if (!person) return undefined;
  const actor = await actorWithGrants(person, { db, sessionId, now }, sources);
  const held = !proof.secondFactor && actor.grants.some(({ role }) => secondFactorRoles.includes(role));
  if (held) return { ...actor, proof, heldBack: 'second-factor', grants: [] };
  return viewAs ? viewingActor({ ...actor, proof }, viewAs) : { ...actor, proof };
}

/**
 * An administrator who looks at the pages of a role: that role's rights instead of their own, for reads from a
 * school without anybody in it. Whoever is no administrator any more looks at nothing.
 */
function viewingActor(actor: Actor, viewAs: Role): Actor {
  if (!actor.grants.some(({ role }) => role === 'admin')) return actor;
  const ownOnly: readonly Role[] = ['tutor', 'teacher', 'student', 'guardian'];
  const scope = ownOnly.includes(viewAs)
    ? { kind: 'self' as const, id: actor.personId }
    : { kind: 'everything' as const };
  return { ...actor, viewAs, grants: [{ role: viewAs, scope }] };
}

/** A person as an actor, with all grants; undefined when no longer active. */
export async function actorOfPerson(
  { db, personId, sessionId, now }: Acting,
  sources: readonly GrantSource[],
): Promise<Actor | undefined> {
  const person: PersonRow | undefined = await db('people_person as person')
    .where({ 'person.id': personId, 'person.isActive': true })
    .first(columns);
  return person && actorWithGrants(person, { db, sessionId, now }, sources);
}

async function actorWithGrants(
  { id: personId, language, zone }: PersonRow,
  { db, sessionId, now }: Omit<Acting, 'personId'>,
  sources: readonly GrantSource[],
): Promise<Actor> {
  const grants: Grant[] = [];
  for (const source of sources) grants.push(...(await source(db, personId, now)));
  return { kind: 'person', personId, sessionId, language, zone, grants };
}
