import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import type { AttemptGuard } from '../attempts.ts';
import type { Entrance } from '../entrance.ts';
import { signInAgain, signInFailed, wrongCode } from '../problems.ts';
import type { SessionView, SignIn, TypedCode } from '../schemas.ts';
import type { SecondFactors } from '../secondFactor.ts';
import { accountById } from '../store/accounts.ts';

export interface SignInParts {
  readonly attempts: AttemptGuard;
  readonly secondFactors: SecondFactors;
  readonly entrance: Entrance;
}

/** Login and password; answers with `awaits: 'code'` where a second factor is still to come. */
export async function signIn(parts: SignInParts, session: SessionControl, { login }: SignIn): Promise<SessionView> {
  await parts.attempts.begin(session, login);
  const account = await session.authenticate('local');
  if (!account) throw new Problem(signInFailed);
  return parts.entrance.letIn(session, account);
}

/** The second factor of a sign-in that was begun in the same browser. */
export async function signInWithCode(
  { attempts, secondFactors, entrance }: SignInParts,
  session: SessionControl,
  { code }: TypedCode,
): Promise<SessionView> {
  const { halfway } = session;
  if (halfway?.kind !== 'code') throw new Problem(signInAgain);
  const account = await session.inRead(session.actor, ({ db }) => accountById(db, halfway.account.id));
  if (!account || account.isDisabled) throw new Problem(signInAgain);
  await attempts.begin(session, account.login);
  if (!(await secondFactors.takes(session, account.id, code))) throw new Problem(wrongCode);
  return entrance.finish(session, halfway.account, { secondFactor: true });
}
