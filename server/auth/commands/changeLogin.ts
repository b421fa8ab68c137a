import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { signInNeeded } from '../../http/problems.ts';
import { refusing } from '../../http/refusing.ts';
import { loginTaken } from '../problems.ts';
import { accountByLogin, accountOfPerson, setLogin } from '../store/accounts.ts';

/** Another login for the own account; sessions stay. */
export async function changeLogin(scope: WriteScope, login: string): Promise<void> {
  const own = await accountOfPerson(scope.db, scope.actor.personId);
  if (!own) throw new Problem(signInNeeded);
  const holder = await accountByLogin(scope.db, login);
  if (holder && holder.id !== own.id) throw new Problem(loginTaken, { login });
  await refusing(setLogin(scope.db, own.id, login), [
    { guard: 'auth_account.login', problem: loginTaken, extra: { login } },
  ]);
}
