import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { accessChanged, type PeopleApi } from '../../people/api.ts';
import type { Entrance } from '../entrance.ts';
import { hashPassword } from '../password.ts';
import { codeOfOtherKind, codeUsed, familyMissing, loginTaken } from '../problems.ts';
import type { AcceptCode, ResetPassword, SessionView } from '../schemas.ts';
import { accountByLogin, accountOfPerson, insertAccounts, setPasswordHash } from '../store/accounts.ts';
import { type CodeRow, noteUser } from '../store/codes.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { mustBeStrong } from './mustBeStrong.ts';
import { type CodeDoor, openCode, useUp } from './openCode.ts';

export interface AcceptParts extends CodeDoor {
  readonly people: PeopleApi;
  readonly audit: AuditApi;
  readonly entrance: Entrance;
}

/** Makes the account that an invitation is for, with the login and password that its holder chose, and lets them in. */
export async function acceptCode(parts: AcceptParts, session: SessionControl, input: AcceptCode): Promise<SessionView> {
  const code = await openCode(parts, session, input.code);
  if (code.purpose === 'reset') throw new Problem(codeOfOtherKind);
  if (code.purpose === 'family' && !input.family) throw new Problem(familyMissing);
  mustBeStrong(input.password, input.login, input.family?.familyName ?? '');
  const passwordHash = await hashPassword(input.password);
  const account = await session.inWrite(session.actor, async (scope) => {
    await useUp(scope, code);
    const personId = await personOf(parts, scope, code, input);
    if (await accountOfPerson(scope.db, personId)) throw new Problem(codeUsed);
    if (await accountByLogin(scope.db, input.login)) throw new Problem(loginTaken, { login: input.login });
    const made = { id: scope.newId(), personId, login: input.login, passwordHash };
    await refusing(insertAccounts(scope.db, [made], scope.now), [
      { guard: 'auth_account.login', problem: loginTaken, extra: { login: input.login } },
      { guard: 'auth_account.person_id', problem: codeUsed },
    ]);
    await noteUser(scope.db, code.id, personId);
    await parts.audit.record(scope, {
      act: 'auth.account-made',
      aboutPersonId: personId,
      entity: 'auth.code',
      entityId: code.id,
    });
    return { id: made.id, personId };
  });
  return parts.entrance.letIn(session, account);
}

/** Whom the account is for; a family code makes the person, who is a guardian from now on. */
async function personOf(
  { people }: AcceptParts,
  scope: WriteScope,
  code: CodeRow,
  { family }: AcceptCode,
): Promise<string> {
  if (!family || code.purpose !== 'family') return code.personId;
  const [child] = await people.peopleByIds(scope.db, [code.personId]);
  const { relation, ...facts } = family;
  return people.createPerson(scope, {
    ...facts,
    zone: child?.zone ?? 'UTC',
    externalId: null,
    middleName: null,
    internet: 'good',
    email: null,
    phone: null,
    sharesDeviceWith: null,
    student: null,
    guardianOf: [{ studentId: code.personId, relation, mayAct: true, untilOn: null }],
  });
}

/** A new password by a code; every session of the account ends. A second factor is still asked for. */
export async function resetByCode(
  parts: AcceptParts,
  session: SessionControl,
  input: ResetPassword,
): Promise<SessionView> {
  const code = await openCode(parts, session, input.code);
  const account = await session.inRead(session.actor, ({ db }) => accountOfPerson(db, code.personId));
  if (code.purpose !== 'reset' || !account) throw new Problem(codeOfOtherKind);
  mustBeStrong(input.password, account.login);
  const passwordHash = await hashPassword(input.password);
  await session.inWrite(session.actor, async (scope) => {
    await useUp(scope, code);
    await setPasswordHash(scope.db, account.id, passwordHash);
    await endSessionsOf(scope.db, account.id);
    scope.emit(accessChanged, { personId: code.personId });
    await noteUser(scope.db, code.id, code.personId);
    await parts.audit.record(scope, {
      act: 'auth.password-reset',
      aboutPersonId: code.personId,
      entity: 'auth.code',
      entityId: code.id,
    });
  });
  if (account.isDisabled) throw new Problem(codeUsed);
  return parts.entrance.letIn(session, account);
}
