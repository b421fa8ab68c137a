import { ofPersonInPath } from '../../audit/about.ts';
import { defineQuestion, defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { mustEditSchool } from '../access/wholeSchool.ts';
import { changeYear } from '../commands/changeYear.ts';
import { undoYear } from '../commands/undoYear.ts';
import { checkReadiness, editSchool, readSchool } from '../permissions.ts';
import {
  alreadyMember,
  nameTaken,
  referenceUnknown,
  wholeSchoolOnly,
  yearChangeNotLatest,
  yearChangeUndone,
  yearChangeUnknown,
  yearPlanChanged,
} from '../problems.ts';
import { groupHistory, personHistory } from '../queries/history.ts';
import { listYearChanges } from '../queries/yearChanges.ts';
import { yearPlanView } from '../queries/yearPlan.ts';
import { GroupParams, PersonParams } from '../schemas/school.ts';
import {
  SchoolHistory,
  YearChangeList,
  YearChangePath,
  YearChoicesInput,
  YearCommit,
  YearPlan,
} from '../schemas/year.ts';

/** What was, with dates. */
export const historyRoutes = (people: PeopleApi) => [
  defineRead({
    path: '/groups/:groupId/history',
    operationId: 'getGroupHistory',
    summary: 'Former names, members, tutors and courses of a group, with dates.',
    permission: checkReadiness,
    params: GroupParams,
    output: SchoolHistory,
    handle: (scope, { params }) => groupHistory(scope, people, params.groupId),
  }),
  defineRead({
    path: '/people/:personId/history',
    operationId: 'getPersonHistory',
    summary: 'Groups and courses of a person, with dates.',
    permission: readSchool,
    about: ofPersonInPath('school.history'),
    params: PersonParams,
    output: SchoolHistory,
    handle: (scope, { params }) => personHistory(scope, people, params.personId),
  }),
];

export const yearRoutes = (people: PeopleApi) => [
  defineQuestion({
    path: '/school/year-previews',
    operationId: 'previewYearChange',
    summary: 'What a change of the school year would do; nothing is changed.',
    permission: editSchool,
    about: { notKept: 'Names students in order to plan; the change itself is kept.' },
    body: YearChoicesInput,
    bodyLimit: 500_000,
    output: YearPlan,
    problems: [wholeSchoolOnly],
    handle: async (scope, { body }) => {
      mustEditSchool(scope);
      return yearPlanView(scope, people, body);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/school/year-changes',
    operationId: 'changeYear',
    summary: 'Begins a new school year: exactly what the preview showed, or nothing.',
    permission: editSchool,
    about: { notKept: 'The change is kept with everything that it did.' },
    status: 201,
    body: YearCommit,
    bodyLimit: 500_000,
    output: YearChangeList,
    problems: [wholeSchoolOnly, yearPlanChanged, nameTaken, alreadyMember, referenceUnknown],
    handle: async (scope, { body }) => {
      await changeYear(people)(scope, body);
      return listYearChanges(scope, people);
    },
  }),
  defineRead({
    path: '/school/year-changes',
    operationId: 'listYearChanges',
    summary: 'Changes of the school year, newest first.',
    permission: editSchool,
    output: YearChangeList,
    problems: [wholeSchoolOnly],
    handle: async (scope) => {
      mustEditSchool(scope);
      return listYearChanges(scope, people);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/school/year-changes/:yearChangeId/undo',
    operationId: 'undoYearChange',
    summary: 'Takes the latest change of year back; what was changed by hand since stays.',
    permission: editSchool,
    params: YearChangePath,
    output: YearChangeList,
    problems: [wholeSchoolOnly, yearChangeUnknown, yearChangeUndone, yearChangeNotLatest, nameTaken],
    handle: async (scope, { params }) => {
      await undoYear(people)(scope, params.yearChangeId);
      return listYearChanges(scope, people);
    },
  }),
];
