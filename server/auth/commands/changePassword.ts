import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { accessChanged } from '../../people/api.ts';
import { fitsPassword, hashPassword } from '../password.ts';
import { wrongPassword } from '../problems.ts';
import type { ChangePassword } from '../schemas.ts';
import { accountOfPerson, endSessionsOf, setPasswordHash } from '../store/accounts.ts';

/** Own password; every session ends, this one starts afresh. Hashing happens outside of the transaction. */
export async function changePassword(
  session: SessionControl,
  { current, next }: ChangePassword,
): Promise<{ changed: true }> {
  const account = await session.inRead(session.actor, ({ db }) => accountOfPerson(db, session.actor.personId));
  if (!account || !(await fitsPassword(account.passwordHash, current))) throw new Problem(wrongPassword);
  const passwordHash = await hashPassword(next);
  await session.inWrite(session.actor, async (scope) => {
    await setPasswordHash(scope.db, account.id, passwordHash);
    await endSessionsOf(scope.db, account.id);
    scope.emit(accessChanged, { personId: account.personId });
  });
  await session.signIn(account);
  return { changed: true };
}
