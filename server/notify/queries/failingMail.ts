import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import { addressHash } from '../addressHash.ts';
import { troublesOf } from '../store/troubles.ts';

/** Where mail goes to, and whether it arrives. */
export interface MailAddress {
  readonly email: string;
  readonly isFailing: boolean;
}

/** The addresses of people, those without one left out. A failure counts until the person has another address. */
export async function mailAddressesOf(
  scope: Pick<ReadScope, 'db'>,
  people: PeopleApi,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, MailAddress>> {
  const failed = new Map(
    (await troublesOf(scope.db, 'mail', personIds)).map(({ personId, addressHash: hash }) => [personId, hash]),
  );
  const contacts = await people.contactsByIds(scope.db, personIds);
  return new Map(
    contacts.flatMap(({ id, email }) =>
      email === null ? [] : [[id, { email, isFailing: failed.get(id) === addressHash(email) }] as const],
    ),
  );
}
