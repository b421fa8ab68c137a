import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Slot } from '../domain/lessons/slot.ts';
import { mondayOf } from '../domain/publish/expandPattern.ts';
import { joinUrlOf } from '../domain/publish/plannedChange.ts';
import { lessonAdded } from '../events.ts';
import { nothingPublished } from '../problems.ts';
import { subjectsOfLesson } from '../queries/concernedBy.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { insertExtra, insertLesson, nextExtraNth, publicationOfWeek } from '../store/lessons.ts';
import { personTopic } from '../topics.ts';
import { refuseTaken } from './refuseTaken.ts';

/** A lesson that is to be held once beside the weekly timetable. */
export interface NewExtra {
  readonly groupId: string;
  readonly courseId: string;
  readonly subgroupId: string | null;
  readonly teacherId: string;
  readonly zone: string;
  readonly slot: Slot;
  /** The only student for whom it is held; null for everybody of the course. */
  readonly forPersonId: string | null;
  /** The lesson that it makes good. */
  readonly insteadOfId: string | null;
  /** Held time that it takes. */
  readonly releases?: readonly string[];
}

/** Adds the lesson, takes its time and tells. Asks for no rights. */
export async function addExtraLesson(apis: Apis, scope: WriteScope, extra: NewExtra): Promise<Lesson> {
  const { groupId, courseId, subgroupId, teacherId, zone, slot, forPersonId } = extra;
  const publicationId = await publicationOfWeek(scope.db, groupId);
  const [group] = await apis.school.groupsByIds(scope.db, [groupId]);
  if (publicationId === undefined || !group) throw new Problem(nothingPublished, { groupId });
  const id = scope.newId();
  const subjects = await subjectsOfLesson(apis, scope, { courseId, teacherId, forPersonId }, slot.on);
  const interval = { startsAt: slot.startsAt, endsAt: slot.endsAt };
  const [commitment] = await refuseTaken(apis, scope, () =>
    apis.calendar.applyChanges(scope, {
      releases: extra.releases ?? [],
      claims: [{ source: { plugin: 'timetable', entityId: id }, interval, subjects }],
    }),
  );
  const weekOn = mondayOf(slot.on);
  const lesson: Lesson = {
    id,
    groupId,
    courseId,
    nth: await nextExtraNth(scope.db, courseId, weekOn),
    weekOn,
    subgroupId,
    teacherId,
    on: slot.on,
    ...interval,
    zone,
    state: 'planned',
    isByHand: true,
    sequence: 0,
    revision: 1,
    commitmentId: commitment?.id ?? null,
    joinUrl: joinUrlOf(group.meetingUrlTemplate, { groupId, courseId, lessonId: id }),
    pendingPublicationId: null,
    changedAt: scope.now,
    isExtra: true,
    forPersonId,
  };
  await insertLesson(scope.db, lesson, publicationId);
  const { insteadOfId } = extra;
  const madeById = scope.actor.personId || null;
  await insertExtra(scope.db, { lessonId: id, forPersonId, insteadOfId, madeById, madeAt: scope.now });
  await tellOf(apis, scope, lesson);
  return lesson;
}

async function tellOf(apis: Apis, scope: WriteScope, lesson: Lesson): Promise<void> {
  const { id: lessonId, groupId, courseId, revision, startsAt, on } = lesson;
  scope.emit(lessonAdded, { lessonId, groupId, courseId, revision, startsAt: startsAt.toISOString(), on });
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [on]);
  const topic = personTopic(apis.school);
  for (const personId of everybody) scope.touch(topic, personId);
}
