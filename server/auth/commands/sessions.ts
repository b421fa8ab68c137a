import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { signInNeeded } from '../../http/problems.ts';
import { accessChanged } from '../../people/api.ts';
import { sessionUnknown } from '../problems.ts';
import { accountOfPerson } from '../store/accounts.ts';
import { endSession, endSessionsOf } from '../store/sessions.ts';

async function ownAccountId({ db, actor }: WriteScope): Promise<string> {
  const account = await accountOfPerson(db, actor.personId);
  if (!account) throw new Problem(signInNeeded);
  return account.id;
}

/** Ends one of the own sessions; its sockets close within a second. */
export async function endOwnSession(scope: WriteScope, sessionId: string): Promise<void> {
  const accountId = await ownAccountId(scope);
  if (!(await endSession(scope.db, accountId, sessionId))) throw new Problem(sessionUnknown);
  scope.emit(accessChanged, { personId: scope.actor.personId });
}

/** Ends all own sessions but the one that asks. */
export async function endOtherSessions(scope: WriteScope): Promise<void> {
  await endSessionsOf(scope.db, await ownAccountId(scope), scope.actor.sessionId);
  scope.emit(accessChanged, { personId: scope.actor.personId });
}

/** Ends whatever a person has open, after something was taken from them. */
export async function endSessionsOfPerson(scope: WriteScope, personId: string): Promise<void> {
  const account = await accountOfPerson(scope.db, personId);
  if (!account) return;
  const ended = await endSessionsOf(scope.db, account.id);
  if (ended > 0) scope.emit(accessChanged, { personId });
}
