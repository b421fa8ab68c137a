import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { accessChanged } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import { letPeopleIn, lockAccounts } from '../permissions.ts';
import { codeUnknown, noAccount, secondFactorIsOff } from '../problems.ts';
import { type AccountRow, accountOfPerson, setDisabled } from '../store/accounts.ts';
import { codeById, revokeCode } from '../store/codes.ts';
import { removeSecondFactor } from '../store/secondFactors.ts';
import { endSessionsOf } from '../store/sessions.ts';

export interface LockParts {
  readonly school: SchoolApi;
  readonly audit: AuditApi;
}

async function accountToLock(scope: WriteScope, { school }: LockParts, personId: string): Promise<AccountRow> {
  await mustLetIn(scope, school, lockAccounts, [personId]);
  const account = await accountOfPerson(scope.db, personId);
  if (!account) throw new Problem(noAccount, { name: (await school.personAs(scope, lockAccounts, personId)).name });
  return account;
}

const audited = (scope: WriteScope, { audit }: LockParts, act: string, personId: string, accountId: string) =>
  audit.record(scope, { act, aboutPersonId: personId, entity: 'auth.account', entityId: accountId });

/** Locks an account out, or lets it in again. Locked: whatever it has open ends at once. */
export async function lockAccount(
  scope: WriteScope,
  parts: LockParts,
  personId: string,
  isLocked: boolean,
): Promise<void> {
  const account = await accountToLock(scope, parts, personId);
  await setDisabled(scope.db, account.id, isLocked);
  await endSessionsOf(scope.db, account.id);
  scope.emit(accessChanged, { personId });
  await audited(scope, parts, isLocked ? 'auth.account-locked' : 'auth.account-unlocked', personId, account.id);
}

/** Takes a second factor away whose phone is lost; where a role needs one, it is set up anew at the next sign-in. */
export async function takeSecondFactor(scope: WriteScope, parts: LockParts, personId: string): Promise<void> {
  const account = await accountToLock(scope, parts, personId);
  if (!(await removeSecondFactor(scope.db, account.id))) throw new Problem(secondFactorIsOff);
  await endSessionsOf(scope.db, account.id);
  scope.emit(accessChanged, { personId });
  await audited(scope, parts, 'auth.second-factor-taken', personId, account.id);
}

/** Voids a code that has not been used. */
export async function revokeOneCode(scope: WriteScope, { school, audit }: LockParts, codeId: string): Promise<void> {
  const code = await codeById(scope.db, codeId);
  if (!code) throw new Problem(codeUnknown);
  await mustLetIn(scope, school, letPeopleIn, [code.personId]);
  if (!(await revokeCode(scope.db, codeId, scope.now))) return;
  const entry = { aboutPersonId: code.personId, entity: 'auth.code', entityId: codeId };
  await audit.record(scope, { act: `auth.${code.purpose}-revoked`, ...entry });
}
