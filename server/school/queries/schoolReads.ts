import type { Knex } from 'knex';
import type { PeopleApi } from '../../people/api.ts';
import { among } from '../access/peopleReach.ts';
import { seenPersonIds } from '../access/seen.ts';
import { staffRolesAmong } from '../access/staffRoles.ts';
import type { SchoolReads } from '../api.ts';
import {
  courseIdsOf,
  coursesByIds,
  coursesOfGroups,
  coursesOfStudent,
  coursesOfTeacher,
  studentsOfCourses,
} from '../store/courses.ts';
import { holidaysOf, termById, terms } from '../store/dates.ts';
import { gridsOf } from '../store/grids.ts';
import { groupById, groupsByIds, groupsOfStudent } from '../store/groups.ts';
import { homeSchools } from '../store/homeSchools.ts';
import {
  membersDuring,
  membersOfGroups,
  staysOfGroups,
  subgroupsByIds,
  subgroupsDuring,
  tutorsDuring,
  tutorsOf,
} from '../store/membership.ts';
import type { Days, GroupWithPeople } from '../views.ts';

/** A group with everybody whose stay touches these days; members in the order of their names. */
export const groupWithPeople =
  (people: PeopleApi) =>
  async (db: Knex, groupId: string, days: Days): Promise<GroupWithPeople | undefined> => {
    const group = await groupById(db, groupId);
    if (!group) return undefined;
    const stays = await membersDuring(db, groupId, days);
    const students = await people.studentsByIds(db, [...new Set(stays.map((stay) => stay.personId))]);
    const byId = new Map(students.map((student) => [student.id, student]));
    return {
      group,
      members: stays.flatMap((stay) => {
        const student = byId.get(stay.personId);
        return student ? [{ ...stay, student }] : [];
      }),
      subgroups: await subgroupsDuring(db, groupId, days),
      tutors: await tutorsDuring(db, groupId, days),
    };
  };

/** The reads that school offers to other modules. */
export const schoolReads = (people: PeopleApi): SchoolReads => ({
  homeSchools,
  groupsByIds,
  subgroupsByIds,
  groupWithPeople: groupWithPeople(people),
  groupsOfStudent,
  membersOfGroups,
  staysOfGroups,
  seenAmong: (scope, personIds) => among(scope.db, seenPersonIds(scope), personIds),
  tutorsOf,
  coursesByIds,
  coursesOfGroups,
  coursesOfTeacher,
  courseIdsOf,
  coursesOfStudent,
  studentsOfCourses,
  terms,
  termById,
  holidaysOf,
  gridsOf,
  staffRolesAmong,
});
