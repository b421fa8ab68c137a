import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { type LockedPerson, lockPerson } from '../store/writePeople.ts';

/** Locks a person who was reached before, and refuses when it is not in the revision that the client saw. */
export async function personAt(scope: WriteScope, id: string, ifMatch: number): Promise<LockedPerson> {
  const person = await lockPerson(scope.db, id);
  if (person?.revision !== ifMatch) throw new Problem(changedMeanwhile, { revision: person?.revision });
  return person;
}
