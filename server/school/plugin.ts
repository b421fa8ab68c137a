import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolAccess } from './access/entities.ts';
import { grantsOf } from './access/grants.ts';
import { peopleReach } from './access/peopleReach.ts';
import { type ReadinessCheck, type SchoolApi, schoolApi } from './api.ts';
import { beginYear } from './commands/changeYear.ts';
import { removeHomeSchools, removeSchool } from './commands/removeSchool.ts';
import { laySchool, saveHomeSchools, saveSchool } from './commands/saveSchool.ts';
import { splitCourse } from './commands/splitCourse.ts';
import { undoSplit } from './commands/undoSplit.ts';
import {
  courseChanged,
  gridChanged,
  groupChanged,
  holidayChanged,
  memberJoined,
  memberLeft,
  membersChanged,
  subgroupChanged,
  termChanged,
  tutorsChanged,
  yearUndone,
} from './events.ts';
import { schoolTables } from './migrations/001_school.ts';
import { schoolGuards } from './migrations/002_guards.ts';
import { yearTables } from './migrations/003_year.ts';
import { adultAge } from './migrations/004_adult_age.ts';
import { yearSubgroups } from './migrations/005_year_subgroups.ts';
import { courseParts } from './migrations/006_course_parts.ts';
import { schoolPermissions } from './permissions.ts';
import { privacyOfSchool } from './privacy.ts';
import { schoolProblems } from './problems.ts';
import { schoolReads } from './queries/schoolReads.ts';
import { yearPlanView } from './queries/yearPlan.ts';
import { schoolRoutes } from './routes/schoolRoutes.ts';
import { partsOfCourse } from './store/courseParts.ts';
import { leaversOf } from './store/leavers.ts';

/** Home schools, groups, courses, terms and grids; and who reaches whom. */
export const schoolModule = definePlugin<SchoolApi>({
  ref: schoolApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi],
  permissions: schoolPermissions,
  publishes: [
    memberJoined,
    memberLeft,
    membersChanged,
    groupChanged,
    gridChanged,
    tutorsChanged,
    subgroupChanged,
    courseChanged,
    termChanged,
    holidayChanged,
    yearUndone,
  ],
  problems: schoolProblems,
  migrations: [schoolTables, schoolGuards, yearTables, adultAge, yearSubgroups, courseParts],
  privacy: privacyOfSchool,
  start: (host) => {
    const people = host.api(peopleApi);
    const access = schoolAccess(people);
    people.setReach(peopleReach(access));
    const checks: ReadinessCheck[] = [];
    return {
      api: {
        ...access,
        ...schoolReads(people),
        yearPlan: (scope, choices) => yearPlanView(scope, people, choices),
        beginYear: beginYear(people),
        leaversOf,
        addReadinessCheck: (check) => void checks.push(check),
        saveHomeSchools,
        laySchool,
        saveSchool,
        splitCourse,
        partsOfCourse,
        undoSplit,
        removeSchool,
        removeHomeSchools,
      },
      routes: schoolRoutes(people, checks),
      grantsOf,
    };
  },
});
