import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Part } from '../domain/reschedule/decide.ts';
import { needsCoordinator } from '../domain/reschedule/policy.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { askReschedule, confirmReschedule } from '../permissions.ts';
import { rescheduleUnknown } from '../problems.ts';
import { policiesFor } from '../queries/policyOf.ts';
import { lessonById } from '../store/lessons.ts';
import { partsOf } from '../store/rescheduleParts.ts';
import { lockReschedule, rescheduleById } from '../store/reschedules.ts';

type Needed = Pick<Apis, 'school' | 'people'>;

/** What the actor sees of a request: all of it, only that another lesson would move for it, or nothing. */
export type Sight = 'all' | 'move' | 'nothing';

/** Who the actor is to requests about lessons of these groups. */
export type PartOf = (
  request: Reschedule,
  groupId: string,
  parts: readonly ReschedulePart[],
) => Part & {
  readonly sight: Sight;
  readonly needsCoordinator: boolean;
  /** Looks after the group. */
  readonly isTutor: boolean;
};

interface About {
  readonly requests: readonly Reschedule[];
  readonly groupIds: readonly string[];
}

/** Looks up the actor's part in requests, in a few queries for any number of them. */
export async function partsIn(apis: Needed, scope: ReadScope, { requests, groupIds }: About): Promise<PartOf> {
  const { actor } = scope;
  const forIds = [...new Set(requests.map(({ forPersonId }) => forPersonId))];
  const tutored = await groupsOfStaff(apis, scope, groupIds);
  const coordinated = await studentsOfCoordinator(apis, scope, forIds);
  const policyOf = await policiesFor(apis, scope, forIds);
  const scopes = scopesOf(actor, askReschedule);
  const seen = new Set(scopes.flatMap((one) => (one.kind === 'self' || one.kind === 'child' ? [one.id] : [])));
  const acting = new Set(
    scopes.flatMap((one) => (one.kind === 'self' || (one.kind === 'child' && one.mayAct) ? [one.id] : [])),
  );
  return (request, groupId, parts) => {
    const isCoordinators = needsCoordinator(policyOf(request.forPersonId), parts.length);
    const isTutor = tutored.has(groupId);
    const isCoordinator = coordinated.has(request.forPersonId);
    const isAsking = isTutor || acting.has(request.forPersonId);
    const own = parts.filter(({ teacherId }) => teacherId === actor.personId);
    const isOwnTeacher = request.teacherId === actor.personId;
    // A time with which the teacher answered is the family's to accept where nobody else has to confirm.
    const isAccepting = request.isCountered && request.isSettledAhead && acting.has(request.forPersonId);
    const seesAll = isOwnTeacher || isAsking || isCoordinator || seen.has(request.forPersonId);
    return {
      isTeacher: own.some(({ isAgreed }) => !isAgreed),
      isOwnTeacher,
      isAsking,
      isTutor,
      isConfirming: isCoordinators ? isCoordinator : isTutor || isAccepting,
      needsCoordinator: isCoordinators,
      sight: seesAll ? 'all' : own.length > 0 ? 'move' : 'nothing',
    };
  };
}

async function groupsOfStaff(
  { school }: Needed,
  scope: ReadScope,
  groupIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const staff = scopesOf(scope.actor, askReschedule).filter(({ kind }) => kind !== 'self' && kind !== 'child');
  if (staff.length === 0 || groupIds.length === 0) return new Set();
  const rows: readonly { readonly id: string }[] = await scope
    .db(school.groupIdsWithin(scope, staff).as('within'))
    .whereIn('within.id', [...groupIds])
    .select('within.id');
  return new Set(rows.map(({ id }) => id));
}

/** Students of the home schools that the actor coordinates. */
async function studentsOfCoordinator(
  { school }: Needed,
  scope: ReadScope,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const scopes = scopesOf(scope.actor, confirmReschedule);
  if (scopes.length === 0 || personIds.length === 0) return new Set();
  const rows: readonly { readonly id: string }[] = await scope
    .db(school.studentIdsWithin(scope, scopes).as('within'))
    .whereIn('within.id', [...personIds])
    .select('within.id');
  return new Set(rows.map(({ id }) => id));
}

export interface SeenReschedule {
  readonly request: Reschedule;
  readonly groupId: string;
  readonly parts: readonly ReschedulePart[];
  readonly part: ReturnType<PartOf>;
}

/** The request, if the actor asked for it, answers it, or looks after those whom it concerns; otherwise it is unknown. */
export async function rescheduleAs(apis: Needed, scope: ReadScope, id: string): Promise<SeenReschedule> {
  return seen(apis, scope, id, await rescheduleById(scope.db, id));
}

/** The same, kept from others until the commit. */
export async function rescheduleToAct(apis: Needed, scope: WriteScope, id: string): Promise<SeenReschedule> {
  await rescheduleAs(apis, scope, id);
  return seen(apis, scope, id, await lockReschedule(scope.db, id));
}

async function seen(
  apis: Needed,
  scope: ReadScope,
  id: string,
  request: Reschedule | undefined,
): Promise<SeenReschedule> {
  const lesson = request && (await lessonById(scope.db, request.lessonId));
  if (!request || !lesson) throw new Problem(rescheduleUnknown, { id });
  const parts = await partsOf(scope.db, [id]);
  const { groupId } = lesson;
  const part = (await partsIn(apis, scope, { requests: [request], groupIds: [groupId] }))(request, groupId, parts);
  if (part.sight === 'nothing') throw new Problem(rescheduleUnknown, { id });
  return { request, groupId, parts, part };
}
