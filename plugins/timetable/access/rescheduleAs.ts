import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope, WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Part } from '../domain/reschedule/decide.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { askReschedule } from '../permissions.ts';
import { rescheduleUnknown } from '../problems.ts';
import { lessonById } from '../store/lessons.ts';
import { lockReschedule, rescheduleById } from '../store/reschedules.ts';

type School = Pick<Apis['school'], 'groupIdsWithin'>;

/** Who the actor is to requests about lessons of these groups. */
export type PartOf = (request: Reschedule, groupId: string) => Part & { readonly isSeeing: boolean };

/** Looks up the actor's part in requests, in one query for any number of groups. */
export async function partsIn(school: School, scope: ReadScope, groupIds: readonly string[]): Promise<PartOf> {
  const { actor, db } = scope;
  const scopes = scopesOf(actor, askReschedule);
  const staff = scopes.filter(({ kind }) => kind !== 'self' && kind !== 'child');
  const rows: readonly { readonly id: string }[] =
    staff.length > 0 && groupIds.length > 0
      ? await db(school.groupIdsWithin(scope, staff).as('within'))
          .whereIn('within.id', [...groupIds])
          .select('within.id')
      : [];
  const tutored = new Set(rows.map(({ id }) => id));
  const seen = new Set(scopes.flatMap((one) => (one.kind === 'self' || one.kind === 'child' ? [one.id] : [])));
  const acting = new Set(
    scopes.flatMap((one) => (one.kind === 'self' || (one.kind === 'child' && one.mayAct) ? [one.id] : [])),
  );
  return (request, groupId) => {
    const isTeacher = request.teacherId === actor.personId;
    const isAsking = tutored.has(groupId) || acting.has(request.forPersonId);
    return { isTeacher, isAsking, isSeeing: isTeacher || isAsking || seen.has(request.forPersonId) };
  };
}

export interface SeenReschedule {
  readonly request: Reschedule;
  readonly groupId: string;
  readonly part: Part;
}

/** The request, if the actor asked for it, answers it, or looks after those whom it concerns; otherwise it is unknown. */
export async function rescheduleAs(school: School, scope: ReadScope, id: string): Promise<SeenReschedule> {
  const request = await rescheduleById(scope.db, id);
  return seen(school, scope, id, request);
}

/** The same, kept from others until the commit. */
export async function rescheduleToAct(school: School, scope: WriteScope, id: string): Promise<SeenReschedule> {
  await rescheduleAs(school, scope, id);
  return seen(school, scope, id, await lockReschedule(scope.db, id));
}

async function seen(
  school: School,
  scope: ReadScope,
  id: string,
  request: Reschedule | undefined,
): Promise<SeenReschedule> {
  const lesson = request && (await lessonById(scope.db, request.lessonId));
  if (!request || !lesson) throw new Problem(rescheduleUnknown, { id });
  const part = (await partsIn(school, scope, [lesson.groupId]))(request, lesson.groupId);
  if (!part.isSeeing) throw new Problem(rescheduleUnknown, { id });
  return { request, groupId: lesson.groupId, part };
}
