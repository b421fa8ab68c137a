import type { WriteScope } from '../../host/scope.ts';
import { accessChanged } from '../../people/api.ts';
import { accountsOfPeople, setDisabled } from '../store/accounts.ts';
import { endSessionsOf } from '../store/sessions.ts';

/** Locks the open accounts of these people; whatever they have open ends at once. Returns whose were open. */
export async function closeAccounts(scope: WriteScope, personIds: readonly string[]): Promise<readonly string[]> {
  const open = (await accountsOfPeople(scope.db, personIds)).filter(({ isDisabled }) => !isDisabled);
  for (const { id, personId } of open) {
    await setDisabled(scope.db, id, true);
    await endSessionsOf(scope.db, id);
    scope.emit(accessChanged, { personId });
  }
  return open.map(({ personId }) => personId);
}

/** Lets these people in again. */
export async function reopenAccounts(scope: WriteScope, personIds: readonly string[]): Promise<void> {
  for (const { id, personId } of await accountsOfPeople(scope.db, personIds)) {
    await setDisabled(scope.db, id, false);
    scope.emit(accessChanged, { personId });
  }
}
