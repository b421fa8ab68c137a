import type { DemoContext } from '../../../server/host/demo.ts';
import type { Apis } from '../apis.ts';
import { castOf } from './actors.ts';

const days = (weekdays: readonly number[], from: string, to: string) =>
  weekdays.map((weekday) => ({ weekday, from, to }));

/** One is online early in the week only, the other late in the day only: together they leave fewer hours than the group has lessons. */
const left = [days([1, 2, 3], '13:00', '21:00'), days([1, 2, 3, 4, 5], '15:30', '21:00')];

/**
 * In mid-term the line of two students of a group got worse: the tutor is told which lessons they cannot join any more, and no
 * timetable suits everybody, which a draft explains.
 */
export async function loseHours(apis: Apis, demo: DemoContext, groupId: string | undefined): Promise<void> {
  if (groupId === undefined) return;
  await demo.write(async (scope) => {
    const cast = await castOf(apis, scope, groupId);
    const [group] = await apis.school.groupsByIds(scope.db, [groupId]);
    if (!cast || !group) return;
    const times = await apis.calendar.timesOf(scope.db, cast.studentIds);
    const near = cast.studentIds.filter((id) =>
      times.some(({ personId, availability }) => personId === id && availability.zone === group.zone),
    );
    for (const [at, windows] of left.entries()) {
      const studentId = near[at];
      if (studentId) await apis.calendar.importAvailability(scope, studentId, { windows });
    }
  });
}
