import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { absentTeacher } from '../access/absentTeacher.ts';
import type { Apis } from '../apis.ts';
import type { Lesson, LessonPlace } from '../domain/lessons/lesson.ts';
import { earliestSlot } from '../domain/reschedule/policy.ts';
import { lessonUnknown, notQualified } from '../problems.ts';
import { subjectsOfLesson } from '../queries/concernedBy.ts';
import { absenceViews } from '../queries/listAbsences.ts';
import { peopleOfLesson } from '../queries/peopleOfLesson.ts';
import { qualifiedFor } from '../queries/planAbsence.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { AbsenceView, CoverAbsence } from '../schemas/teacherAbsences.ts';
import { lockLessons } from '../store/lessons.ts';
import { insertAbsence, type TeacherAbsence } from '../store/teacherAbsences.ts';
import { withdrawOpenRequest } from './endRequest.ts';
import { refuseTaken } from './refuseTaken.ts';
import { writeLessonChange } from './writeLessonChange.ts';

type Choice = CoverAbsence['lessons'][number];

interface Covered {
  readonly lesson: Lesson;
  readonly choice: Choice;
  readonly to: LessonPlace;
}

/** Does with all lessons of an absent teacher what was chosen, in one transaction: all of it or nothing. */
export async function coverAbsence(apis: Apis, scope: WriteScope, asked: CoverAbsence): Promise<AbsenceView> {
  const { lessons: within } = await absentTeacher(apis, scope, asked);
  const known = new Set(within.map(({ id }) => id));
  const locked = await lockLessons(
    scope.db,
    asked.lessons.map(({ lessonId }) => lessonId),
  );
  const qualified = await qualifiedFor(apis, scope, asked.teacherId);
  const covered: Covered[] = [];
  for (const choice of asked.lessons) {
    const lesson = locked.find(({ id }) => id === choice.lessonId);
    if (!lesson || !known.has(lesson.id)) throw new Problem(lessonUnknown, { id: choice.lessonId });
    if (lesson.revision !== choice.revision) throw new Problem(changedMeanwhile, { revision: lesson.revision });
    covered.push({ lesson, choice, to: await placeOf(apis, scope, lesson, choice, qualified) });
  }
  for (const { lesson } of covered) await withdrawOpenRequest(apis, scope, lesson);
  await takeTimes(apis, scope, covered);
  const absence: TeacherAbsence = {
    id: scope.newId(),
    teacherId: asked.teacherId,
    fromOn: asked.fromOn,
    untilOn: asked.untilOn,
    madeById: scope.actor.personId,
    madeAt: scope.now,
    undoneAt: null,
  };
  const changed = [];
  for (const one of covered) {
    const { revision } = await changeOne(apis, scope, one);
    changed.push({ absenceId: absence.id, lessonId: one.lesson.id, what: one.choice.what, revision });
  }
  await insertAbsence(scope.db, absence, changed);
  await apis.audit.record(scope, {
    act: 'timetable.absence-covered',
    entity: 'timetable.teacher-absence',
    entityId: absence.id,
    detail: { teacherId: asked.teacherId, lessons: changed.length },
  });
  const [view] = await absenceViews(apis, scope, [absence]);
  if (!view) throw new Error('An absence that was stored is shown');
  return view;
}

async function placeOf(
  apis: Apis,
  scope: WriteScope,
  lesson: Lesson,
  choice: Choice,
  qualified: ReadonlyMap<string, readonly string[]>,
): Promise<LessonPlace> {
  const { on, startsAt, endsAt, teacherId } = lesson;
  if (choice.what === 'cancel') return { on, startsAt, endsAt, teacherId };
  if (choice.what === 'move') {
    const slot = await slotOf(apis, scope, lesson, choice.to, earliestSlot(scope.now));
    return { on: slot.on, startsAt: slot.startsAt, endsAt: slot.endsAt, teacherId };
  }
  const [course] = await apis.school.coursesByIds(scope.db, [lesson.courseId]);
  if (!qualified.get(course?.subjectId ?? '')?.includes(choice.substituteId))
    throw new Problem(notQualified, { id: choice.substituteId });
  return { on, startsAt, endsAt, teacherId: choice.substituteId };
}

/** One change of the ledger for all of them: what one lesson leaves another may take. */
async function takeTimes(apis: Apis, scope: WriteScope, covered: readonly Covered[]): Promise<void> {
  const releases = covered.flatMap(({ lesson, choice }) =>
    choice.what === 'cancel' && lesson.commitmentId !== null ? [lesson.commitmentId] : [],
  );
  const moves: { id: string; interval: { startsAt: Date; endsAt: Date }; subjects: readonly string[] }[] = [];
  for (const { lesson, choice, to } of covered) {
    if (choice.what === 'cancel' || lesson.commitmentId === null) continue;
    const subjects = await subjectsOfLesson(apis, scope, { ...lesson, teacherId: to.teacherId }, to.on);
    moves.push({ id: lesson.commitmentId, interval: { startsAt: to.startsAt, endsAt: to.endsAt }, subjects });
  }
  await refuseTaken(apis, scope, () => apis.calendar.applyChanges(scope, { releases, moves }));
}

async function changeOne(apis: Apis, scope: WriteScope, { lesson, choice, to }: Covered): Promise<Lesson> {
  const { everybody } = await peopleOfLesson(apis, scope, lesson, [lesson.on, to.on]);
  return writeLessonChange(apis, scope, lesson, {
    what: choice.what === 'cancel' ? 'cancelled' : 'moved',
    to,
    commitmentId: choice.what === 'cancel' ? null : lesson.commitmentId,
    isByHand: true,
    reason: null,
    rescheduleId: null,
    concerned: [...everybody, ...(to.teacherId ? [to.teacherId] : [])],
  });
}
