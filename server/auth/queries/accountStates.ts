import type { ReadScope } from '../../host/scope.ts';
import { dayOf, type PeopleApi, type PersonCard } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mayLetInAmong } from '../access/peopleToLetIn.ts';
import { letPeopleIn, lockAccounts } from '../permissions.ts';
import type { AccountState } from '../schemas.ts';
import { accountsOfPeople } from '../store/accounts.ts';
import { openCodesOf } from '../store/codes.ts';
import { accountIdsWithSecondFactor } from '../store/secondFactors.ts';

export interface StateParts {
  readonly school: SchoolApi;
  readonly people: PeopleApi;
}

interface Somebody {
  readonly card: PersonCard;
  readonly kind: AccountState['kind'];
  readonly children: readonly string[];
}

/** The students of a group and those who look after them, each student before their family. */
export async function accountsOfGroup(scope: ReadScope, parts: StateParts, groupId: string): Promise<AccountState[]> {
  const { school, people } = parts;
  await school.groupAs(scope, letPeopleIn, groupId);
  const today = dayOf(scope.now);
  const group = await school.groupWithPeople(scope.db, groupId, { fromOn: today, untilOn: today });
  const students = (group?.members ?? []).map(({ student }) => student);
  const guardians = await people.guardiansOf(
    scope,
    students.map(({ id }) => id),
  );
  const everybody = students.flatMap((card): Somebody[] => [
    { card, kind: 'student', children: [] },
    ...guardians
      .filter(({ studentId }) => studentId === card.id)
      .map(({ guardian }): Somebody => ({ card: guardian, kind: 'guardian', children: [card.givenName] })),
  ]);
  return statesOf(scope, parts, siblingsTogether(everybody));
}

/** One row for the parent of two children of the group. */
function siblingsTogether(everybody: readonly Somebody[]): Somebody[] {
  const byId = new Map<string, Somebody>();
  for (const one of everybody) {
    const known = byId.get(one.card.id);
    byId.set(one.card.id, known ? { ...known, children: [...known.children, ...one.children] } : one);
  }
  return [...byId.values()];
}

/** One person's account. */
export async function accountOf(scope: ReadScope, parts: StateParts, personId: string): Promise<AccountState[]> {
  const { school, people } = parts;
  const card = await school.personAs(scope, letPeopleIn, personId);
  const children = await people.childrenOf(scope, personId);
  const cards = await people.peopleByIds(
    scope.db,
    children.map(({ studentId }) => studentId),
  );
  const [student] = await people.studentsByIds(scope.db, [personId]);
  const kind = student ? 'student' : children.length > 0 ? 'guardian' : 'staff';
  return statesOf(scope, parts, [{ card, kind, children: cards.map(({ givenName }) => givenName) }]);
}

async function statesOf(scope: ReadScope, parts: StateParts, everybody: readonly Somebody[]): Promise<AccountState[]> {
  const { db, now } = scope;
  const ids = everybody.map(({ card }) => card.id);
  const accounts = await accountsOfPeople(db, ids);
  const byPerson = new Map(accounts.map((account) => [account.personId, account]));
  const secured = await accountIdsWithSecondFactor(
    db,
    accounts.map(({ id }) => id),
  );
  const codes = await openCodesOf(db, ids, now);
  const mailed = new Set((await parts.people.contactsByIds(db, ids)).flatMap(({ id, email }) => (email ? [id] : [])));
  const letIn = await mayLetInAmong(scope, parts.school, letPeopleIn, ids);
  const lock = await mayLetInAmong(scope, parts.school, lockAccounts, ids);
  return everybody.map(({ card, kind, children }) => {
    const account = byPerson.get(card.id);
    return {
      personId: card.id,
      name: card.name,
      kind,
      children: [...children],
      state: account ? (account.isDisabled ? 'locked' : 'open') : 'none',
      hasEmail: mailed.has(card.id),
      hasSecondFactor: account !== undefined && secured.has(account.id),
      codes: codes
        .filter(({ personId }) => personId === card.id)
        .map(({ id, purpose, expiresAt, isMailed }) => ({ id, purpose, expiresAt: expiresAt.toISOString(), isMailed })),
      may: { letIn: letIn.has(card.id), lock: lock.has(card.id) },
    };
  });
}
