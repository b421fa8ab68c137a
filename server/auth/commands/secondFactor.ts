import type { ReadScope, WriteScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { signInNeeded } from '../../http/problems.ts';
import { accessChanged } from '../../people/api.ts';
import type { AttemptGuard } from '../attempts.ts';
import { secondFactorIsOff, secondFactorIsOn, secondFactorStays, wrongCode } from '../problems.ts';
import { qrSquares } from '../qrSquares.ts';
import type { NewSecret, RecoveryCodes, TypedCode } from '../schemas.ts';
import type { SecondFactors } from '../secondFactor.ts';
import { type AccountRow, accountOfPerson } from '../store/accounts.ts';
import { offerSecret, removeSecondFactor, replaceRecoveryCodes, secondFactorOf } from '../store/secondFactors.ts';
import { endSessionsOf } from '../store/sessions.ts';

async function ownAccount({ db, actor }: ReadScope): Promise<AccountRow> {
  const account = await accountOfPerson(db, actor.personId);
  if (!account) throw new Problem(signInNeeded);
  return account;
}

/** A secret for the person's app; worth nothing until its first code confirms it. */
export async function offerSecondFactor(factors: SecondFactors, scope: WriteScope): Promise<NewSecret> {
  const account = await ownAccount(scope);
  const { secret, sealed } = factors.newSecret(account.id);
  if (!(await offerSecret(scope.db, account.id, sealed, scope.now))) throw new Problem(secondFactorIsOn);
  const address = factors.addressOf(secret, account.login);
  return { secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret, address, qr: qrSquares(address) };
}

/** The first code of the app: from now on every sign-in asks for one. All other sessions end. */
export async function confirmSecondFactor(
  { secondFactors, attempts }: { readonly secondFactors: SecondFactors; readonly attempts: AttemptGuard },
  session: SessionControl,
  { code }: TypedCode,
): Promise<RecoveryCodes> {
  const { actor } = session;
  const account = await session.inRead(actor, ownAccount);
  await attempts.begin(session, account.login);
  if (!(await secondFactors.confirms(session, account.id, code))) throw new Problem(wrongCode);
  await attempts.passed(session, account.login);
  const codes = await session.inWrite(actor, async (scope) => {
    await endSessionsOf(scope.db, account.id, actor.sessionId);
    scope.emit(accessChanged, { personId: actor.personId });
    return renewCodes(secondFactors, scope, account.id);
  });
  await session.verified({ secondFactor: true });
  return codes;
}

async function renewCodes(factors: SecondFactors, scope: WriteScope, accountId: string): Promise<RecoveryCodes> {
  const codes = factors.newRecoveryCodes();
  await replaceRecoveryCodes(
    scope.db,
    accountId,
    codes.map(({ codeHash }) => ({ id: scope.newId(), codeHash })),
  );
  return { codes: codes.map(({ shown }) => shown) };
}

/** New recovery codes; the old ones are void. */
export async function renewRecoveryCodes(factors: SecondFactors, scope: WriteScope): Promise<RecoveryCodes> {
  const account = await ownAccount(scope);
  if (!(await secondFactorOf(scope.db, account.id))?.confirmedAt) throw new Problem(secondFactorIsOff);
  return renewCodes(factors, scope, account.id);
}

/** Turns it off, where the person's roles allow to be without. */
export async function turnOffSecondFactor(scope: WriteScope, isRequired: boolean): Promise<void> {
  if (isRequired) throw new Problem(secondFactorStays);
  const account = await ownAccount(scope);
  if (!(await removeSecondFactor(scope.db, account.id))) throw new Problem(secondFactorIsOff);
}
