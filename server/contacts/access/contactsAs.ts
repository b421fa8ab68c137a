import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { notFound } from '../../http/problems.ts';
import { type PersonCard, readContacts } from '../../people/api.ts';
import type { ContactsParts } from '../parts.ts';
import { editContacts, markContacts } from '../permissions.ts';

type Parts = Pick<ContactsParts, 'people' | 'school'>;

/** Everybody reaches themselves, whatever their role. */
async function oneself(scope: ReadScope, { people }: Parts, personId: string): Promise<PersonCard | undefined> {
  if (personId !== scope.actor.personId) return undefined;
  const [card] = await people.peopleByIds(scope.db, [personId]);
  return card;
}

/** The person, if the actor may see how to reach them. Whoever is separated from somebody does not, whatever their role. */
export async function personToReach(scope: ReadScope, parts: Parts, personId: string): Promise<PersonCard> {
  const self = await oneself(scope, parts, personId);
  if (self) return self;
  await mustNotBeSeparated(scope, parts, personId);
  return parts.school.personAs(scope, readContacts, personId);
}

async function mustNotBeSeparated(scope: ReadScope, { people }: Parts, personId: string): Promise<void> {
  const separated = await people.separatedFrom(scope.db, scope.actor.personId);
  if (separated.includes(personId)) throw new Problem(notFound);
}

/** The person, if the actor may change how to reach them; guardians do so for children for whom they may act. */
export async function personToEdit(scope: ReadScope, parts: Parts, personId: string): Promise<PersonCard> {
  const self = await oneself(scope, parts, personId);
  if (self) return self;
  await mustNotBeSeparated(scope, parts, personId);
  const card = await parts.school.personAs(scope, editContacts, personId);
  const [student] = await parts.people.studentsByIds(scope.db, [personId]);
  return student ? parts.school.studentToActFor(scope, editContacts, personId) : card;
}

async function allowed(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (reason) {
    if (reason instanceof Problem) return false;
    throw reason;
  }
}

export const mayEditContacts = (scope: ReadScope, parts: Parts, personId: string): Promise<boolean> =>
  allowed(personToEdit(scope, parts, personId));

/** Whether the actor may say that an address does not work: staff of those in reach, and everybody of their own. */
export const mayMarkContacts = async (scope: ReadScope, { school }: Parts, personId: string): Promise<boolean> =>
  personId === scope.actor.personId || (await school.mayReachPerson(scope, markContacts, personId)) === 'yes';
