import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { dayOf } from '../../people/api.ts';
import { mustEditSchool } from '../../school/api.ts';
import { accountsToClose, closingOf } from '../domain/closing.ts';
import type { YearParts } from '../parts.ts';
import type { LeaversPolicyInput } from '../schemas.ts';
import { closedOf, forgetClosed, insertClosed, leaversPolicy, putLeaversPolicy } from '../store/leavers.ts';

/** So many accounts a run; what is left is closed in the next. */
const atOnce = 300;
/** Changes of year that began longer ago are left alone. */
const memoryDays = 800;

const dayMs = 86_400_000;

/** Says for how long accounts of leavers stay readable. */
export async function setLeaversPolicy(
  scope: WriteScope,
  { audit }: YearParts,
  ifMatch: number,
  { closeAfterDays }: LeaversPolicyInput,
): Promise<void> {
  mustEditSchool(scope);
  const { revision } = await leaversPolicy(scope.db);
  const isStored =
    revision === ifMatch && (await putLeaversPolicy(scope.db, { closeAfterDays, revision: ifMatch + 1 }));
  if (!isStored) throw new Problem(changedMeanwhile, { revision });
  await audit.record(scope, {
    act: 'year.leavers-policy-set',
    entity: 'year.policy',
    entityId: '1',
    detail: { closeAfterDays },
  });
}

/** Closes accounts of those who left long enough ago, and tells those whose turn comes within two weeks. */
export async function closeLeavers(scope: WriteScope, parts: YearParts): Promise<void> {
  const { closeAfterDays } = await leaversPolicy(scope.db);
  if (closeAfterDays === null) return;
  const today = dayOf(scope.now);
  const fromOn = dayOf(new Date(scope.now.getTime() - memoryDays * dayMs));
  const leavers = await parts.school.leaversOf(scope.db, { fromOn, untilOn: today }, today);
  for (const changeId of new Set(leavers.map((one) => one.changeId))) {
    const own = leavers.filter((one) => one.changeId === changeId);
    const [first] = own;
    if (!first) continue;
    const { kind, closesOn } = closingOf(first.goneOn, closeAfterDays, today);
    if (kind === 'nothing') continue;
    const personIds = await accountsOf(
      scope,
      parts,
      own.map(({ personId }) => personId),
    );
    if (kind === 'warn') await warn(scope, parts, changeId, personIds, closesOn);
    else await close(scope, parts, changeId, personIds);
  }
}

/** Leavers, and guardians who have no child left here. */
async function accountsOf(
  scope: WriteScope,
  { people, school }: YearParts,
  leaverIds: readonly string[],
): Promise<string[]> {
  const guardianIds = [...new Set((await people.guardiansOf(scope, leaverIds)).map(({ guardian }) => guardian.id))];
  const children = await people.childrenOfMany(scope, guardianIds);
  const guardians = guardianIds.map((guardianId) => ({
    guardianId,
    childIds: children.filter((one) => one.guardianId === guardianId).map(({ studentId }) => studentId),
  }));
  const staff = await school.staffRolesAmong(scope, [...leaverIds, ...guardianIds]);
  return accountsToClose(new Set(leaverIds), guardians, new Set(staff.keys()));
}

async function warn(
  scope: WriteScope,
  { notify }: YearParts,
  changeId: string,
  personIds: readonly string[],
  closesOn: string,
): Promise<void> {
  await notify.tell(scope, {
    personIds,
    kind: 'year.account-closes',
    params: { closesOn },
    link: '/account',
    dedupeKey: `year.account-closes:${changeId}:${closesOn}`,
  });
}

async function close(
  scope: WriteScope,
  { auth, audit }: YearParts,
  changeId: string,
  personIds: readonly string[],
): Promise<void> {
  const before = new Set((await closedOf(scope.db, [changeId])).map(({ personId }) => personId));
  // Whom somebody let in again by hand stays in.
  const due = personIds.filter((id) => !before.has(id)).slice(0, atOnce);
  const closed = await auth.closeAccounts(scope, due);
  await insertClosed(
    scope.db,
    closed.map((personId) => ({ changeId, personId, closedAt: scope.now })),
  );
  for (const personId of closed)
    await audit.record(scope, {
      ...{ act: 'year.account-closed', aboutPersonId: personId },
      ...{ entity: 'people.person', entityId: personId },
    });
}

/** A change of year that was taken back opens again what was closed because of it. */
export async function reopenLeavers(scope: WriteScope, { auth }: YearParts, changeId: string): Promise<void> {
  const closed = await closedOf(scope.db, [changeId]);
  await auth.reopenAccounts(
    scope,
    closed.map(({ personId }) => personId),
  );
  await forgetClosed(scope.db, changeId);
}
