import { defineReaction, type Reaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Growth } from '../../../server/notify/api.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { timeText } from '../domain/lessons/timeText.ts';
import { lessonAdded, lessonCancelled, lessonHandedOver, lessonMoved } from '../events.ts';
import { namesOf } from '../queries/names.ts';
import { lessonById } from '../store/lessons.ts';
import { recipientsOf } from './recipientsOfLesson.ts';
import { chainOf } from './tellChain.ts';
import { type Recipient, tellEach } from './tellEach.ts';

interface OneLesson {
  readonly lessonId: string;
  readonly groupId: string;
  readonly courseId: string;
  readonly revision: number;
  readonly on: string;
  readonly startsAt: string;
}

/** Tells everybody whom a moved, added or cancelled lesson concerns, but not who did it. */
export const tellLesson = (apis: Apis): readonly Reaction<unknown>[] => [
  defineReaction({
    id: 'timetable.tell-moved',
    to: lessonMoved,
    run: async (scope, { actorId, payload }) => {
      // A chain is told of once, as a whole.
      if (await chainOf(scope, { rescheduleId: payload.rescheduleId })) return;
      const isBack = payload.fromStartsAt === payload.startsAt;
      await tell(apis, scope, payload, {
        actorId,
        kind: isBack ? 'timetable.lesson-held' : 'timetable.lesson-moved',
        dates: [payload.fromOn, payload.on],
        from: payload.fromStartsAt,
      });
    },
  }),
  defineReaction({
    id: 'timetable.tell-added',
    to: lessonAdded,
    run: async (scope, { actorId, payload }) => {
      if (await chainOf(scope, { newLessonId: payload.lessonId })) return;
      await tell(apis, scope, payload, {
        actorId,
        kind: 'timetable.lesson-added',
        dates: [payload.on],
        from: payload.startsAt,
      });
    },
  }),
  defineReaction({
    id: 'timetable.tell-handed-over',
    to: lessonHandedOver,
    run: (scope, { actorId, payload }) =>
      tell(apis, scope, payload, {
        actorId,
        kind: 'timetable.lesson-substitute',
        dates: [payload.on],
        from: payload.startsAt,
        also: payload.fromTeacherId ? [payload.fromTeacherId] : [],
      }),
  }),
  defineReaction({
    id: 'timetable.tell-cancelled',
    to: lessonCancelled,
    run: (scope, { actorId, payload }) =>
      tell(apis, scope, payload, {
        actorId,
        kind: 'timetable.lesson-cancelled',
        dates: [payload.on],
        from: payload.startsAt,
      }),
  }),
];

/** A coordinator reads of all lessons that change within minutes in one notice, which leads to the list of them. */
async function changesOfSchools({ school }: Pick<Apis, 'school'>, { db, now }: WriteScope, lessonId: string) {
  const names = new Map((await school.homeSchools(db)).map(({ id, name }) => [id, name]));
  return (homeSchoolId: string): Growth => ({
    key: `timetable.school-changed:${homeSchoolId}`,
    thing: lessonId,
    as: (count) => ({
      kind: 'timetable.school-changed',
      params: { school: names.get(homeSchoolId) ?? '', count },
      link: `/home-schools/${homeSchoolId}?from=${dayOf(now)}&days=125&which=changed`,
    }),
  });
}

interface What {
  readonly actorId: string;
  readonly kind: `${string}.${string}`;
  readonly dates: readonly string[];
  /** Where it was, as an instant. */
  readonly from: string;
  /** Whoever was concerned before. */
  readonly also?: readonly string[];
}

async function tell(apis: Apis, scope: WriteScope, lesson: OneLesson, what: What): Promise<void> {
  const now = await lessonById(scope.db, lesson.lessonId);
  const also = (what.also ?? []).map((personId): Recipient => ({ personId, aboutId: null }));
  const { teacherId = null, forPersonId = null } = now ?? {};
  const recipients = [...(await recipientsOf(apis, scope, { ...lesson, teacherId, forPersonId }, what.dates)), ...also];
  const names = await namesOf(apis, scope.db, { people: [now?.teacherId ?? null], courses: [lesson.courseId] });
  const course = names.course(lesson.courseId);
  const growthOf = await changesOfSchools(apis, scope, lesson.lessonId);
  await tellEach(
    apis,
    scope,
    recipients.filter(({ personId }) => personId !== what.actorId),
    ({ aboutId, homeSchoolId }, { language, zone }) => {
      const whose = aboutId === null ? '' : `&person=${aboutId}`;
      return {
        kind: what.kind,
        params: {
          subject: course?.subjectName ?? '',
          group: course?.groupName ?? '',
          teacher: names.person(now?.teacherId ?? null),
          from: timeText(new Date(what.from), language, zone),
          to: timeText(new Date(lesson.startsAt), language, zone),
        },
        link: `/timetable?from=${lesson.on}${whose}&lesson=${lesson.lessonId}`,
        dedupeKey: `lesson:${lesson.lessonId}:${lesson.revision}:${aboutId ?? ''}`,
        ...(homeSchoolId === undefined ? {} : { grows: growthOf(homeSchoolId) }),
      };
    },
  );
}
