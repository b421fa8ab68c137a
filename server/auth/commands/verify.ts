import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { signInNeeded } from '../../http/problems.ts';
import type { AttemptGuard } from '../attempts.ts';
import { fitsPassword } from '../password.ts';
import { wrongCode, wrongPassword } from '../problems.ts';
import type { Verification } from '../schemas.ts';
import type { SecondFactors } from '../secondFactor.ts';
import { accountOfPerson } from '../store/accounts.ts';

/** Password or code once more, for what is too grave to be done with a screen that was left open. */
export async function verify(
  { attempts, secondFactors }: { readonly attempts: AttemptGuard; readonly secondFactors: SecondFactors },
  session: SessionControl,
  given: Verification,
): Promise<{ verified: true }> {
  const account = await session.inRead(session.actor, ({ db }) => accountOfPerson(db, session.actor.personId));
  if (!account) throw new Problem(signInNeeded);
  await attempts.begin(session, account.login);
  if ('password' in given) {
    if (!(await fitsPassword(account.passwordHash, given.password))) throw new Problem(wrongPassword);
    await session.verified();
  } else {
    if (!(await secondFactors.takes(session, account.id, given.code))) throw new Problem(wrongCode);
    await session.verified({ secondFactor: true });
  }
  await attempts.passed(session, account.login);
  return { verified: true };
}
