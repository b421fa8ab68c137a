import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { groupsToChange } from '../access/absentTeacher.ts';
import type { Apis } from '../apis.ts';
import type { Lesson, LessonPlace } from '../domain/lessons/lesson.ts';
import { absenceUnknown, nothingToTakeBack } from '../problems.ts';
import { subjectsOfLesson } from '../queries/concernedBy.ts';
import { absenceViews } from '../queries/listAbsences.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import type { AbsenceView } from '../schemas/teacherAbsences.ts';
import { lastChanges } from '../store/lessonChanges.ts';
import { lockLessons } from '../store/lessons.ts';
import { lessonsOfAbsences, lockAbsence, markUndone } from '../store/teacherAbsences.ts';
import { refuseTaken } from './refuseTaken.ts';
import { writeLessonChange } from './writeLessonChange.ts';

interface Back {
  readonly lesson: Lesson;
  readonly to: LessonPlace;
  readonly isByHand: boolean;
}

/** Puts all lessons back where they were before the absence, or none: when one has changed since, or its time is taken. */
export async function undoAbsence(apis: Apis, scope: WriteScope, id: string): Promise<AbsenceView> {
  const absence = await lockAbsence(scope.db, id);
  const changed = absence ? await lessonsOfAbsences(scope.db, [id]) : [];
  const lessons = await lockLessons(
    scope.db,
    changed.map(({ lessonId }) => lessonId),
  );
  const groups = await groupsToChange(apis, scope);
  if (!absence || !lessons.every(({ groupId }) => groups.has(groupId))) throw new Problem(absenceUnknown, { id });
  if (absence.undoneAt) throw new Problem(nothingToTakeBack, { id });
  const history = await lastChanges(
    scope.db,
    lessons.map((lesson) => lesson.id),
  );
  const back = lessons.map((lesson): Back => {
    const change = history.find(({ lessonId }) => lessonId === lesson.id);
    const was = changed.find(({ lessonId }) => lessonId === lesson.id);
    const { fromHeldOn: on, fromStartsAt: startsAt, fromEndsAt: endsAt, fromTeacherId: teacherId } = change ?? {};
    const isSame = was?.revision === lesson.revision && lesson.pendingPublicationId === null;
    if (!change || !isSame || !on || !startsAt || !endsAt || startsAt <= scope.now)
      throw new Problem(nothingToTakeBack, { id });
    return { lesson, to: { on, startsAt, endsAt, teacherId: teacherId ?? null }, isByHand: change.isByHandBefore };
  });
  await putBack(apis, scope, back);
  await markUndone(scope.db, id, scope.now);
  await apis.audit.record(scope, {
    act: 'timetable.absence-undone',
    entity: 'timetable.teacher-absence',
    entityId: id,
    detail: { lessons: back.length },
  });
  const [view] = await absenceViews(apis, scope, [{ ...absence, undoneAt: scope.now }]);
  if (!view) throw new Problem(absenceUnknown, { id });
  return view;
}

async function putBack(apis: Apis, scope: WriteScope, back: readonly Back[]): Promise<void> {
  const times = [];
  for (const { lesson, to } of back) {
    const subjects = await subjectsOfLesson(apis, scope, { ...lesson, teacherId: to.teacherId }, to.on);
    times.push({ lesson, interval: { startsAt: to.startsAt, endsAt: to.endsAt }, subjects });
  }
  const claims = times.flatMap(({ lesson, interval, subjects }) =>
    lesson.commitmentId === null ? [{ source: { plugin: 'timetable', entityId: lesson.id }, interval, subjects }] : [],
  );
  const moves = times.flatMap(({ lesson: { commitmentId }, interval, subjects }) =>
    commitmentId === null ? [] : [{ id: commitmentId, interval, subjects }],
  );
  const made = await refuseTaken(apis, scope, () => apis.calendar.applyChanges(scope, { claims, moves }));
  const byLesson = new Map(made.map(({ id, source }) => [source.entityId, id]));
  for (const { lesson, to, isByHand } of back) {
    const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, to.on]);
    await writeLessonChange(apis, scope, lesson, {
      what: 'restored',
      to,
      commitmentId: lesson.commitmentId ?? byLesson.get(lesson.id) ?? null,
      isByHand,
      reason: null,
      rescheduleId: null,
      concerned: [...everybody, ...(to.teacherId ? [to.teacherId] : [])],
    });
  }
}
