import type { Knex } from 'knex';
import type { Account } from '../http/route.ts';
import type { Actor } from './actor.ts';
import type { Grant } from './roles.ts';

/** A plugin's answer to: which roles does this person have because of your facts? */
export type GrantSource = (db: Knex, personId: string, now: Date) => Promise<readonly Grant[]>;

export interface Whose {
  readonly db: Knex;
  readonly account: Account;
  readonly sessionId: string;
  readonly now: Date;
}

interface PersonRow {
  readonly language: Actor['language'];
  readonly zone: string;
}

/** The actor of a session; undefined when the account is locked out or the person no longer active. */
export async function loadActor(whose: Whose, sources: readonly GrantSource[]): Promise<Actor | undefined> {
  const { db, account, sessionId, now } = whose;
  const person: PersonRow | undefined = await db('auth_account')
    .join('people_person', 'people_person.id', 'auth_account.personId')
    .where({ 'auth_account.id': account.id, 'auth_account.isDisabled': false, 'people_person.isActive': true })
    .first('people_person.language', 'people_person.zone');
  if (!person) return undefined;
  const grants: Grant[] = [];
  for (const source of sources) grants.push(...(await source(db, account.personId, now)));
  return {
    kind: 'person',
    personId: account.personId,
    sessionId,
    language: person.language,
    zone: person.zone,
    grants,
  };
}
