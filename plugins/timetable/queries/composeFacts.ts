import type { PersonTime } from '../../../server/calendar/api.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { dayOf } from '../../../server/people/api.ts';
import type { Days, SchoolReads, Term } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import type { DraftRules } from '../domain/compose/draftRules.ts';
import type { Absence, ComposeFacts, CourseFacts, GroupFacts, PersonFacts } from '../domain/compose/facts.ts';
import type { LessonPlacement } from '../domain/compose/lesson.ts';
import { termUnknown } from '../problems.ts';
import { clocksOf } from './clocks.ts';
import { normFacts } from './normFacts.ts';
import { takenLessons } from './takenLessons.ts';

export interface WantedFacts {
  readonly termId: string;
  readonly groupIds: readonly string[];
  readonly rules: DraftRules;
  readonly lessons: readonly LessonPlacement[];
  readonly absences: readonly Absence[];
}

/** Reads all that a timetable of these groups depends on, for what is left of the term. */
export async function composeFacts(
  { school, calendar, people: persons }: Apis,
  scope: ReadScope,
  wanted: WantedFacts,
): Promise<ComposeFacts> {
  const { db } = scope;
  const term = await school.termById(db, wanted.termId);
  if (!term) throw new Problem(termUnknown);
  const days = daysLeft(term, scope.now);
  const courses = await coursesOf(school, scope, wanted.groupIds, days);
  const groups = await groupsOf(school, scope, wanted.groupIds, days);
  const taken = await takenLessons(school, scope, { termId: term.id, exceptGroupIds: wanted.groupIds, days });
  const own = new Set(personIdsOf(groups, courses));
  // Everybody with a published lesson is asked about too: siblings are only known among those asked about.
  const times = await calendar.timesOf(db, [...new Set([...own, ...taken.flatMap(({ personIds }) => personIds)])]);
  const people = new Map(
    times
      .filter(({ personId }) => own.has(personId))
      .map((time): [string, PersonFacts] => [time.personId, personFacts(time)]),
  );
  const zones = new Set([
    scope.actor.zone,
    ...groups.map(({ zone }) => zone),
    ...[...people.values()].map(({ zone }) => zone),
    ...taken.map(({ zone }) => zone),
  ]);
  return {
    clocks: clocksOf([...zones].sort(), days),
    groups,
    courses,
    people,
    taken,
    absences: wanted.absences,
    rules: wanted.rules,
    ...(await normFacts({ people: persons }, db, unique(groups.flatMap(({ studentIds }) => studentIds)))),
    lessons: wanted.lessons,
  };
}

/** What lies behind today no longer matters; of a term that is over everything does. */
function daysLeft(term: Term, now: Date): Days {
  const today = dayOf(now);
  const hasBegun = term.startsOn < today && today <= term.endsOn;
  return { fromOn: hasBegun ? today : term.startsOn, untilOn: term.endsOn };
}

async function groupsOf(
  school: SchoolReads,
  { db }: ReadScope,
  groupIds: readonly string[],
  days: Days,
): Promise<readonly GroupFacts[]> {
  const places = await school.gridsOf(db, groupIds);
  const groups: GroupFacts[] = [];
  for (const groupId of groupIds) {
    const found = await school.groupWithPeople(db, groupId, days);
    if (!found) continue;
    groups.push({
      id: groupId,
      name: found.group.name,
      grade: found.group.grade,
      zone: found.group.zone,
      grid: places
        .filter((place) => place.groupId === groupId)
        .map(({ weekday, hour, startsTime, minutes }) => ({ weekday, hour, startsTime, minutes })),
      studentIds: unique(found.members.map(({ personId }) => personId)),
      subgroups: found.subgroups.map(({ id, name, members }) => ({
        id,
        name,
        studentIds: unique(members.map(({ personId }) => personId)),
      })),
    });
  }
  return groups;
}

async function coursesOf(
  school: SchoolReads,
  { db }: ReadScope,
  groupIds: readonly string[],
  days: Days,
): Promise<readonly CourseFacts[]> {
  const courses = await school.coursesOfGroups(db, groupIds);
  const stays = await school.studentsOfCourses(
    db,
    courses.map(({ id }) => id),
    days,
  );
  return courses.map((course) => ({
    id: course.id,
    groupId: course.groupId,
    subgroupId: course.subgroupId,
    subjectId: course.subjectId,
    subjectName: course.subjectName,
    teacherId: course.teacherId,
    lessonsAWeek: course.lessonsAWeek,
    lessonMinutes: course.lessonMinutes,
    studentIds: unique(stays.filter(({ courseId }) => courseId === course.id).map(({ personId }) => personId)),
  }));
}

/** Sorted, so that the same facts always give the same problem. */
const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

const personIdsOf = (groups: readonly GroupFacts[], courses: readonly CourseFacts[]): readonly string[] =>
  unique([
    ...groups.flatMap(({ studentIds }) => studentIds),
    ...courses.flatMap(({ teacherId, studentIds }) => (teacherId === null ? studentIds : [teacherId, ...studentIds])),
  ]);

const personFacts = ({ personId, availability, sharesDeviceWith = [] }: PersonTime): PersonFacts => ({
  id: personId,
  zone: availability.zone,
  weekly: availability.weekly,
  sharesDeviceWith,
});
