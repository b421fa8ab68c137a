import { addDays } from '../../../server/calendar/api.ts';
import type { DemoContext } from '../../../server/host/demo.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { addExtraOfCourse } from '../commands/addExtraOfCourse.ts';
import { coverAbsence } from '../commands/coverAbsence.ts';
import { makeMeeting } from '../commands/meetings.ts';
import { listExtraTimes } from '../queries/extraTimes.ts';
import { meetingTimes } from '../queries/meetingTimes.ts';
import { planAbsence } from '../queries/planAbsence.ts';
import type { AbsenceOption, CoverAbsence } from '../schemas/teacherAbsences.ts';
import { asTutor, type Cast, ifPossible } from './actors.ts';

/** One lesson more for the whole course, where everybody is free. */
export const addExtra = (apis: Apis, demo: DemoContext, cast: Cast): Promise<void> =>
  ifPossible(demo, async (scope) => {
    const tutor = asTutor(scope, cast);
    for (const courseId of cast.courseOf.keys()) {
      const [slot] = (await listExtraTimes(apis, tutor, courseId, {})).items;
      if (!slot) continue;
      await addExtraOfCourse(apis, tutor, courseId, { on: slot.on, time: slot.time });
      return;
    }
  });

/** Those who teach a group meet; so does the tutor with a student and the parents. */
export async function planMeetings(
  apis: Apis,
  demo: DemoContext,
  cast: Cast,
  titles: { readonly team: string; readonly student: string },
): Promise<void> {
  const { groupId, studentIds } = cast;
  const team = { personIds: [], groups: [{ groupId, whom: ['team' as const] }] };
  const student = { personIds: [studentIds[0] ?? ''], groups: [] };
  for (const { title, who } of [
    { title: titles.team, who: team },
    { title: titles.student, who: student },
  ])
    await ifPossible(demo, async (scope) => {
      const tutor = asTutor(scope, cast);
      const today = dayOf(scope.now);
      const days = { minutes: 30, fromOn: addDays(today, 1), untilOn: addDays(today, 6) };
      const [best] = (await meetingTimes(apis, tutor, { ...who, ...days })).items;
      if (!best) return;
      const withoutIds = best.missing.map(({ personId }) => personId);
      const ownLink = 'https://meet.demo.example/meeting';
      await makeMeeting(apis, tutor, { ...who, title, startsAt: best.startsAt, minutes: 30, withoutIds, ownLink });
    });
}

/** A teacher is away for a day in two weeks; each lesson becomes what is suggested for it. */
export const coverTeacher = (apis: Apis, demo: DemoContext, cast: Cast): Promise<void> =>
  ifPossible(demo, async (scope) => {
    const tutor = asTutor(scope, cast);
    for (const teacherId of new Set(cast.courseOf.values())) {
      const fromOn = addDays(dayOf(scope.now), 14);
      const asked = { teacherId, fromOn, untilOn: addDays(fromOn, 1) };
      const { lessons } = await planAbsence(apis, tutor, asked);
      if (lessons.length === 0) continue;
      await coverAbsence(apis, tutor, { ...asked, lessons: lessons.map(chosen) });
      return;
    }
  });

function chosen({
  id,
  revision,
  options,
}: {
  readonly id: string;
  readonly revision: number;
  readonly options: readonly AbsenceOption[];
}): CoverAbsence['lessons'][number] {
  const lesson = { lessonId: id, revision };
  const [option] = options;
  if (option?.what === 'substitute') return { ...lesson, what: 'substitute', substituteId: option.teacher.id };
  if (option?.what === 'move') return { ...lesson, what: 'move', to: { on: option.on, time: option.time } };
  return { ...lesson, what: 'cancel' };
}
