import type { Permission } from '../../access/permission.ts';
import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import type { PeopleApi, PersonCard } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { mustLetIn } from '../access/peopleToLetIn.ts';
import type { Keys } from '../keys.ts';
import { letPeopleIn } from '../permissions.ts';
import { codeMadeMeanwhile, codeOfOtherKind, enoughFamilyCodes, hasAccount, noAccount } from '../problems.ts';
import { accountsOfPeople } from '../store/accounts.ts';
import { type CodePurpose, insertCodes, openCodesOf, revokeOpenCodes } from '../store/codes.ts';

export interface IssueParts {
  readonly school: SchoolApi;
  readonly people: PeopleApi;
  readonly audit: AuditApi;
  readonly keys: Keys;
}

export interface Wanted {
  readonly personId: string;
  readonly purpose: CodePurpose;
}

/** A code as it leaves the server, once. */
export interface IssuedCode {
  readonly id: string;
  readonly personId: string;
  readonly purpose: CodePurpose;
  readonly code: string;
  readonly expiresAt: Date;
}

/** A family has two parents, seldom more people who come in by themselves. */
const mostFamilyCodes = 4;
const day = 86_400_000;
const daysOf = { invitation: 30, family: 30, reset: 3 } as const;

/** Makes codes for people whom the actor may let in: all or none. Earlier ones of the same purpose are void. */
export async function issueCodes(
  scope: WriteScope,
  parts: IssueParts,
  wanted: readonly Wanted[],
  { isMailed = false, permission = letPeopleIn }: { isMailed?: boolean; permission?: Permission } = {},
): Promise<IssuedCode[]> {
  const personIds = [...new Set(wanted.map(({ personId }) => personId))];
  await mustLetIn(scope, parts.school, permission, personIds);
  await mustFit(scope, parts.people, wanted);
  return makeCodes(scope, parts, wanted, isMailed);
}

/** Makes codes without asking who does it. */
export async function makeCodes(
  scope: WriteScope,
  { keys, audit }: Pick<IssueParts, 'keys' | 'audit'>,
  wanted: readonly Wanted[],
  isMailed: boolean,
  lifeMs?: number,
): Promise<IssuedCode[]> {
  const issued = wanted.map(({ personId, purpose }) => {
    const id = scope.newId();
    const expiresAt = new Date(scope.now.getTime() + (lifeMs ?? daysOf[purpose] * day));
    return { id, personId, purpose, code: keys.codeOf(id), expiresAt };
  });
  for (const purpose of ['invitation', 'reset'] as const) {
    const ids = wanted.filter((one) => one.purpose === purpose).map(({ personId }) => personId);
    await revokeOpenCodes(scope.db, purpose, ids, scope.now);
  }
  const rows = issued.map(({ code, ...row }) => ({
    ...row,
    codeHash: keys.hashOfCode(code),
    madeById: scope.actor.personId || null,
    madeAt: scope.now,
    isMailed,
  }));
  await refusing(insertCodes(scope.db, rows), [{ guard: 'auth_code.person_id', problem: codeMadeMeanwhile }]);
  for (const { id, personId, purpose } of issued)
    await audit.record(scope, {
      act: `auth.${purpose}-made`,
      aboutPersonId: personId,
      entity: 'auth.code',
      entityId: id,
    });
  return issued;
}

/** Invitations go to those without an account, codes for a new password to those with one, family codes to students. */
async function mustFit(scope: WriteScope, people: PeopleApi, wanted: readonly Wanted[]): Promise<void> {
  const ids = wanted.map(({ personId }) => personId);
  const cards = new Map((await people.peopleByIds(scope.db, ids)).map((card) => [card.id, card]));
  const accounts = new Set((await accountsOfPeople(scope.db, ids)).map(({ personId }) => personId));
  const students = new Set((await people.studentsByIds(scope.db, ids)).map(({ id }) => id));
  const open = await openCodesOf(scope.db, ids, scope.now);
  for (const { personId, purpose } of wanted) {
    const extra = extraOf(cards.get(personId));
    if (purpose === 'invitation' && accounts.has(personId)) throw new Problem(hasAccount, extra);
    if (purpose === 'reset' && !accounts.has(personId)) throw new Problem(noAccount, extra);
    if (purpose !== 'family') continue;
    if (!students.has(personId)) throw new Problem(codeOfOtherKind, extra);
    const ofFamily = open.filter((code) => code.purpose === 'family' && code.personId === personId).length;
    if (ofFamily >= mostFamilyCodes) throw new Problem(enoughFamilyCodes, { ...extra, count: ofFamily });
  }
}

const extraOf = (card: PersonCard | undefined) => ({ id: card?.id, name: card?.name ?? '' });
