import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import { groupAs, schoolAccess } from '../access/entities.ts';
import { readSchool } from '../permissions.ts';
import type { SchoolHistory } from '../schemas/year.ts';
import { coursesEver, staysEver } from '../store/history.ts';
import { endsOfCourses, formerNames } from '../store/yearChanges.ts';

type Line = SchoolHistory['items'][number];

/** Latest first; what goes on comes before what has ended. */
const byDate = (lines: readonly Line[]): Line[] => {
  const key = ({ untilOn, fromOn }: Line) => `${untilOn ?? '9999-12-31'} ${fromOn ?? ''}`;
  return lines.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
};

/** So many lines are shown at most, of each kind the latest. */
const most = 300;

/** What a group was called, who belonged to it, who its tutors were, and what was taught by whom. */
export async function groupHistory(scope: ReadScope, people: PeopleApi, groupId: string): Promise<SchoolHistory> {
  await groupAs(scope, readSchool, groupId);
  const { db } = scope;
  const tutors = await staysEver(db, 'tutor', { groupId }, most);
  const members = await staysEver(db, 'member', { groupId }, most);
  const names = await namesOf(scope, people, [...tutors, ...members]);
  return {
    items: byDate([
      ...(await formerNames(db, groupId)).map(
        ({ beginsOn, before }): Line => ({
          kind: 'name',
          name: String(before?.name ?? ''),
          fromOn: null,
          untilOn: beginsOn,
        }),
      ),
      ...tutors.map(
        ({ personId, fromOn, untilOn }): Line => ({ kind: 'tutor', name: names.get(personId) ?? '–', fromOn, untilOn }),
      ),
      ...members.map(
        ({ personId, fromOn, untilOn }): Line => ({
          kind: 'member',
          name: names.get(personId) ?? '–',
          fromOn,
          untilOn,
        }),
      ),
      ...(await courseLines(scope, { groupId })),
    ]),
  };
}

/** Groups of a student, and of staff the groups and courses, with dates. */
export async function personHistory(scope: ReadScope, people: PeopleApi, personId: string): Promise<SchoolHistory> {
  await schoolAccess(people).personAs(scope, readSchool, personId);
  const { db } = scope;
  const member = await staysEver(db, 'member', { personId }, most);
  const tutor = await staysEver(db, 'tutor', { personId }, most);
  return {
    items: byDate([
      ...member.map(({ groupName, fromOn, untilOn }): Line => ({ kind: 'group', name: groupName, fromOn, untilOn })),
      ...tutor.map(({ groupName, fromOn, untilOn }): Line => ({ kind: 'tutor', name: groupName, fromOn, untilOn })),
      ...(await courseLines(scope, { teacherId: personId })),
    ]),
  };
}

async function namesOf({ db }: ReadScope, people: PeopleApi, stays: readonly { readonly personId: string }[]) {
  const cards = await people.peopleByIds(db, [...new Set(stays.map(({ personId }) => personId))]);
  return new Map(cards.map(({ id, name }) => [id, name]));
}

async function courseLines({ db }: ReadScope, whose: { readonly groupId?: string; readonly teacherId?: string }) {
  const courses = await coursesEver(db, whose, most);
  const ends = await endsOfCourses(
    db,
    courses.map(({ id }) => id),
  );
  return courses.map(
    ({ id, subjectName, groupName, teacherName }): Line => ({
      kind: 'course',
      name: [subjectName, whose.groupId ? teacherName : groupName].filter(Boolean).join(', '),
      fromOn: null,
      untilOn: ends.get(id) ?? null,
    }),
  );
}
