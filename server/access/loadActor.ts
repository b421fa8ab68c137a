import type { Knex } from 'knex';
import { idListOf } from '../db/many.ts';
import { prepared } from '../db/prepared.ts';
import type { Account } from '../host/session.ts';
import type { Actor, Proof } from './actor.ts';
import type { Grant, Role } from './roles.ts';

/** A plugin's answer to: which roles do these people have because of your facts? */
export type GrantSource = (
  db: Knex,
  personIds: readonly string[],
  now: Date,
) => Promise<ReadonlyMap<string, readonly Grant[]>>;

export interface Reading {
  readonly db: Knex;
  readonly now: Date;
  readonly sources: readonly GrantSource[];
  /** Roles that are worth nothing without a second factor. */
  readonly secondFactorRoles: readonly Role[];
}

/** A session, and what it says. */
export interface Visiting {
  readonly account: Account;
  readonly sessionId: string;
  /** What the session has shown. */
  readonly proof: Proof;
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

const peopleOfAccounts = prepared<{ accountIds: string }, PersonRow & { readonly accountId: string }>((db, value) =>
  db('auth_account as account')
    .join('people_person as person', 'person.id', 'account.personId')
    .whereIn('account.id', idListOf(db, value('accountIds')))
    .where({ 'account.isDisabled': false, 'person.isActive': true })
    .select({ ...columns, accountId: 'account.id' }),
);

/** The actors of sessions, with a few questions however many they are; undefined where the account is locked out or the person no longer active. */
export async function loadActors(
  { db, now, sources, secondFactorRoles }: Reading,
  visits: readonly Visiting[],
): Promise<readonly (Actor | undefined)[]> {
  if (visits.length === 0) return [];
  const accountIds = [...new Set(visits.map(({ account }) => account.id))];
  const people = await peopleOfAccounts(db, { accountIds: JSON.stringify(accountIds) });
  const personOf = new Map(people.map(({ accountId, ...person }) => [accountId, person]));
  const personIds = [...new Set(people.map(({ id }) => id))];
  const grantsOf = await grantsOfAll(sources, { db, now }, personIds);
  return visits.map((visit) => {
    const person = personOf.get(visit.account.id);
    return person && actorOf(person, grantsOf(person.id), visit, secondFactorRoles);
  });
}

function actorOf(
  person: PersonRow,
  grants: readonly Grant[],
  { sessionId, proof, viewAs }: Visiting,
  secondFactorRoles: readonly Role[],
): Actor {
  const actor = withGrants(person, sessionId, grants);
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
  if (!person) return undefined;
  const grantsOf = await grantsOfAll(sources, { db, now }, [personId]);
  return withGrants(person, sessionId, grantsOf(personId));
}

const withGrants = (
  { id: personId, language, zone }: PersonRow,
  sessionId: string,
  grants: readonly Grant[],
): Actor => ({ kind: 'person', personId, sessionId, language, zone, grants });

/** What all plugins say. */
async function grantsOfAll(
  sources: readonly GrantSource[],
  { db, now }: Pick<Acting, 'db' | 'now'>,
  personIds: readonly string[],
): Promise<(personId: string) => readonly Grant[]> {
  const all: ReadonlyMap<string, readonly Grant[]>[] = [];
  for (const source of sources) all.push(await source(db, personIds, now));
  return (personId) => all.flatMap((some) => some.get(personId) ?? []);
}
