import { folded } from '../../host/folded.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { SessionControl } from '../../host/session.ts';
import { Problem } from '../../http/problem.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { alreadyYourChild, cannotJoin } from '../problems.ts';
import type { JoinByCode, Joined } from '../schemas.ts';
import { accountOfPerson } from '../store/accounts.ts';
import { type CodeRow, noteUser } from '../store/codes.ts';
import type { AcceptParts } from './acceptCode.ts';
import { openCode, useUp } from './openCode.ts';

export interface JoinParts extends AcceptParts {
  readonly school: SchoolApi;
}

/** Adds the child of a second code to the account of a parent who is signed in. */
export async function joinByCode(parts: JoinParts, session: SessionControl, input: JoinByCode): Promise<Joined> {
  const { actor } = session;
  if (actor.grants.some(({ role }) => role === 'student')) throw new Problem(cannotJoin);
  const code = await openCode(parts, session, input.code);
  const childIds = await session.inWrite(actor, async (scope) => {
    await useUp(scope, code);
    const came = await childrenBy(parts, scope, code, input);
    await noteUser(scope.db, code.id, actor.personId);
    for (const studentId of came)
      await parts.audit.record(scope, {
        act: 'auth.child-joined',
        aboutPersonId: studentId,
        entity: 'auth.code',
        entityId: code.id,
      });
    return came;
  });
  const cards = await session.inRead(actor, ({ db }) => parts.people.peopleByIds(db, childIds));
  return { children: cards.map(({ id, givenName, name }) => ({ id, givenName, name })) };
}

async function childrenBy(
  { people, school }: JoinParts,
  scope: WriteScope,
  code: CodeRow,
  { relation }: JoinByCode,
): Promise<readonly string[]> {
  const guardianId = scope.actor.personId;
  if (code.purpose === 'family') {
    await mustBeNew(scope, { people }, [code.personId]);
    await people.addChild(scope, {
      guardianId,
      studentId: code.personId,
      relation: relation ?? 'guardian',
      mayAct: true,
    });
    return [code.personId];
  }
  const theirs = await people.childrenOf(scope, code.personId);
  const isInvitation = code.purpose === 'invitation' && code.personId !== guardianId && theirs.length > 0;
  const isStaff = (await school.staffRolesAmong(scope, [code.personId])).size > 0;
  if (!isInvitation || isStaff || (await accountOfPerson(scope.db, code.personId))) throw new Problem(cannotJoin);
  await mustBeNew(
    scope,
    { people },
    theirs.map(({ studentId }) => studentId),
  );
  if (await isSameName(scope, people, code.personId)) return people.joinGuardians(scope, code.personId, guardianId);
  // Another parent's card: its children come too, but that parent keeps their own record.
  const own = new Set((await people.childrenOf(scope, guardianId)).map(({ studentId }) => studentId));
  const coming = theirs.filter(({ studentId }) => !own.has(studentId));
  for (const child of coming) await people.addChild(scope, { ...child, guardianId });
  return coming.map(({ studentId }) => studentId);
}

async function isSameName(scope: WriteScope, people: PeopleApi, id: string): Promise<boolean> {
  const cards = await people.peopleByIds(scope.db, [id, scope.actor.personId]);
  return new Set(cards.map(({ givenName, familyName }) => folded(`${givenName} ${familyName}`))).size === 1;
}

/** Refuses when every child is in the account already: the code stays for whom it is. */
async function mustBeNew(
  scope: WriteScope,
  { people }: Pick<AcceptParts, 'people'>,
  studentIds: readonly string[],
): Promise<void> {
  const own = new Set((await people.childrenOf(scope, scope.actor.personId)).map(({ studentId }) => studentId));
  if (!studentIds.every((id) => own.has(id))) return;
  const [child] = await people.peopleByIds(scope.db, studentIds);
  throw new Problem(alreadyYourChild, { name: child?.givenName ?? '' });
}
