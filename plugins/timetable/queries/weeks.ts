import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { dayRange, todayIn } from '../domain/lessons/dayRange.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { seeLessons } from '../permissions.ts';
import type { GroupWeek, OwnWeek, PersonWeek, WeekQuery } from '../schemas/lessons.ts';
import { findLessons } from '../store/lessons.ts';
import { lessonsOfStudents, lessonsOfTeacher, type OwnLessons } from './lessonsOfPeople.ts';
import { lessonViews } from './lessonViews.ts';
import { ownMeetings } from './meetingViews.ts';

function rangeOf({ actor, now }: ReadScope, { from, days }: WeekQuery) {
  const start = from ?? todayIn(actor.zone, now);
  return { shown: { from: start, days, zone: actor.zone }, range: dayRange(start, days, actor.zone) };
}

const all = ({ lessons, next }: OwnLessons): readonly Lesson[] => (next ? [...lessons, next] : lessons);

/** A student's lessons, for whoever may see them. */
export async function studentWeek(
  apis: Apis,
  scope: ReadScope,
  studentId: string,
  query: WeekQuery,
): Promise<PersonWeek> {
  const { id, name } = await apis.school.studentAs(scope, seeLessons, studentId);
  const { shown, range } = rangeOf(scope, query);
  const found = await lessonsOfStudents(apis, scope, [id], range);
  const own = found.get(id) ?? { lessons: [], next: undefined };
  const show = await lessonViews(apis, scope, all(own));
  return {
    ...shown,
    person: { id, name },
    lessons: own.lessons.map((lesson) => show(lesson, id)),
    next: own.next ? show(own.next, id) : null,
  };
}

/** A teacher's lessons: for the teacher, and for those who look after the staff. */
export async function teacherWeek(
  apis: Apis,
  scope: ReadScope,
  teacherId: string,
  query: WeekQuery,
): Promise<PersonWeek> {
  const { id, name } = await apis.school.personAs(scope, seeLessons, teacherId);
  const { shown, range } = rangeOf(scope, query);
  const own = await lessonsOfTeacher(scope, id, range);
  const show = await lessonViews(apis, scope, all(own));
  return {
    ...shown,
    person: { id, name },
    lessons: own.lessons.map((lesson) => show(lesson, null)),
    next: own.next ? show(own.next, null) : null,
  };
}

/** All lessons of a group, for its tutors and whoever else reaches it. */
export async function groupWeek(apis: Apis, scope: ReadScope, groupId: string, query: WeekQuery): Promise<GroupWeek> {
  const { id, name, zone } = await apis.school.groupAs(scope, seeLessons, groupId);
  const { shown, range } = rangeOf(scope, query);
  const lessons = await findLessons(scope.db, { groupIds: [id], from: range.startsAt, to: range.endsAt });
  const [next] = await findLessons(scope.db, { groupIds: [id], from: scope.now, isPlanned: true, limit: 1 });
  const show = await lessonViews(apis, scope, all({ lessons, next }));
  return {
    ...shown,
    group: { id, name, zone },
    lessons: lessons.map((lesson) => show(lesson, null)),
    next: next ? show(next, null) : null,
  };
}

type Section = Pick<OwnWeek['sections'][number], 'as' | 'person'> & { readonly own: OwnLessons };

/** One's own lessons and those of one's children, each child apart. */
export async function ownWeek(apis: Apis, scope: ReadScope, query: WeekQuery): Promise<OwnWeek> {
  const { actor, db } = scope;
  const { shown, range } = rangeOf(scope, query);
  const sections = await sectionsOf(apis, scope, range);
  const show = await lessonViews(
    apis,
    scope,
    sections.flatMap(({ own }) => all(own)),
  );
  const staffScopes = scopesOf(actor, seeLessons).filter(({ kind }) => kind !== 'self' && kind !== 'child');
  const groupRows: readonly { readonly id: string }[] =
    staffScopes.length > 0 ? await apis.school.groupIdsWithin(scope, staffScopes) : [];
  const groups = await apis.school.groupsByIds(
    db,
    groupRows.map(({ id }) => id),
  );
  return {
    ...shown,
    sections: sections.map(({ as, person, own }) => {
      const studentId = as === 'teaching' ? null : person.id;
      return {
        as,
        person,
        lessons: own.lessons.map((lesson) => show(lesson, studentId)),
        next: own.next ? show(own.next, studentId) : null,
      };
    }),
    meetings: [...(await ownMeetings(apis, scope, range))],
    groups: groups
      .filter(({ isActive }) => isActive)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

async function sectionsOf(
  apis: Apis,
  scope: ReadScope,
  range: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<readonly Section[]> {
  const { actor } = scope;
  const isLearning = actor.grants.some(({ role }) => role === 'student');
  const isTeaching = actor.grants.some(({ role }) => role === 'teacher');
  const children = actor.grants.flatMap(({ scope: reach }) => (reach.kind === 'child' ? [reach.id] : []));
  const students = [...(isLearning ? [actor.personId] : []), ...children];
  const names = new Map(
    (await apis.people.peopleByIds(scope.db, [actor.personId, ...children])).map(({ id, name }) => [id, name]),
  );
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const learning = students.length > 0 ? await lessonsOfStudents(apis, scope, students, range) : new Map();
  const nothing: OwnLessons = { lessons: [], next: undefined };
  return [
    ...(isTeaching
      ? [
          {
            as: 'teaching' as const,
            person: person(actor.personId),
            own: await lessonsOfTeacher(scope, actor.personId, range),
          },
        ]
      : []),
    ...students.map((id) => ({
      as: id === actor.personId ? ('learning' as const) : ('child' as const),
      person: person(id),
      own: learning.get(id) ?? nothing,
    })),
  ];
}
