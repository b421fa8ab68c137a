import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile, notFound } from '../../http/problems.ts';
import { personChanged } from '../events.ts';
import { lockPerson, updatePeople, updatePerson } from '../store/writePeople.ts';
import type { Contact } from '../views.ts';

/** Locks a person for a change; refuses one who is not in the revision that was seen, when told. Asks for no rights. */
export async function lockForChange(scope: WriteScope, id: string, ifMatch?: number): Promise<void> {
  const person = await lockPerson(scope.db, id);
  if (!person) throw new Problem(notFound);
  if (ifMatch !== undefined && person.revision !== ifMatch)
    throw new Problem(changedMeanwhile, { revision: person.revision });
}

/** The e-mail and telephone of a person's own record; counts the revision up even when they stay. Asks for no rights. */
export async function changeAddresses(
  scope: WriteScope,
  id: string,
  { email, phone }: Omit<Contact, 'id'>,
): Promise<void> {
  await updatePerson(scope.db, id, { email, phone });
  scope.emit(personChanged, { personId: id });
}

/** The same of many people at once. Asks for no rights. */
export async function changeAddressesOfMany(scope: WriteScope, addresses: readonly Contact[]): Promise<void> {
  await updatePeople(scope.db, addresses);
  for (const { id } of addresses) scope.emit(personChanged, { personId: id });
}
