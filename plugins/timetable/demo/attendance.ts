import type { DemoContext } from '../../../server/host/demo.ts';
import { seededRandom } from '../../../server/optimise/random.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { findLessons } from '../store/lessons.ts';

const minuteMs = 60_000;

/** What a video server would have told of the lessons that some groups have had: who came, from when to when. */
export async function reportLessons(apis: Apis, demo: DemoContext, groupIds: readonly string[]): Promise<void> {
  demo.report('Telling who came to the lessons that were held');
  await demo.write(async (scope) => {
    const { db, now } = scope;
    const held = (await findLessons(db, { groupIds, from: demo.beganAt, to: now, isPlanned: true })).filter(
      ({ endsAt }) => endsAt < now,
    );
    const courseIds = [...new Set(held.map(({ courseId }) => courseId))];
    const days = { fromOn: dayOf(demo.beganAt), untilOn: dayOf(now) };
    const learn = studentsOn(await apis.school.studentsOfCourses(db, courseIds, days));
    const random = seededRandom(demo.seed * 1000 + 44);
    for (const lesson of held) {
      const people = learnersOf(learn, lesson, lesson.on).toSorted();
      // One in twelve is missing; some come late, or leave before the end.
      const came = people.filter(() => random.below(12) > 0);
      const attendees = [...(lesson.teacherId ? [lesson.teacherId] : []), ...came].map((personId, i) => {
        const late = i === 0 ? -4 : random.below(10) === 0 ? 3 + random.below(14) : -random.below(3);
        const early = random.below(15) === 0 ? random.below(15) : 0;
        return attendeeOf(lesson, personId, late, early);
      });
      await apis.rooms.takeReport(scope, lesson.id, { data: { attendees } });
    }
  });
}

const attendeeOf = ({ startsAt, endsAt }: Lesson, personId: string, lateMinutes: number, earlyMinutes: number) => {
  const joinedAt = startsAt.getTime() + lateMinutes * minuteMs;
  return {
    ext_user_id: personId,
    joins: [new Date(joinedAt).toISOString()],
    duration: (endsAt.getTime() - earlyMinutes * minuteMs - joinedAt) / 1000,
  };
};
