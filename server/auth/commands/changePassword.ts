import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { accessChanged } from '../../people/api.ts';
import type { AttemptGuard } from '../attempts.ts';
import { fitsPassword, hashPassword } from '../password.ts';
import { wrongPassword } from '../problems.ts';
import type { ChangePassword } from '../schemas.ts';
import { accountOfPerson, setPasswordHash } from '../store/accounts.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { mustBeStrong } from './mustBeStrong.ts';

/** Own password; every session ends, this one starts afresh. Hashing happens outside of the transaction. */
export async function changePassword(
  attempts: AttemptGuard,
  session: SessionControl,
  { current, next }: ChangePassword,
): Promise<{ changed: true }> {
  const { actor } = session;
  const account = await session.inRead(actor, ({ db }) => accountOfPerson(db, actor.personId));
  if (!account) throw new Problem(wrongPassword);
  await attempts.begin(session, account.login);
  if (!(await fitsPassword(account.passwordHash, current))) throw new Problem(wrongPassword);
  mustBeStrong(next, account.login);
  const passwordHash = await hashPassword(next);
  await session.inWrite(actor, async (scope) => {
    await setPasswordHash(scope.db, account.id, passwordHash);
    await endSessionsOf(scope.db, account.id);
    scope.emit(accessChanged, { personId: account.personId });
  });
  await attempts.passed(session, account.login);
  await session.signIn(account, { secondFactor: actor.proof?.secondFactor === true });
  return { changed: true };
}
