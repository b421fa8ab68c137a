import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { overdueCannotJoin } from '../store/cannotJoin.ts';
import { watchPerson } from './watchPerson.ts';

/** So many people at a time, so that nobody waits long for the database. */
const batch = 50;

/** Where the first lesson that somebody could not join is over, the next one takes its place; nobody is told again. */
export async function watchOn(apis: Apis, scope: WriteScope): Promise<void> {
  for (const personId of await overdueCannotJoin(scope.db, scope.now, batch)) await watchPerson(apis, scope, personId);
}
