import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { changeHealthNorms, changeSchoolNorms, dropSchoolNorms } from '../commands/changeHealthNorms.ts';
import { composeTimetable, setHealthNorms, setSchoolNorms } from '../permissions.ts';
import { gradesOverlap, homeSchoolUnknown, normsBackwards } from '../problems.ts';
import { listSchoolNorms, showHealthNorms, showSchoolNorms } from '../queries/showHealthNorms.ts';
import { HealthNorms, HealthNormsView, SchoolNormsList, SchoolNormsView } from '../schemas/healthNorms.ts';
import { HomeSchoolParams } from '../schemas/policies.ts';

const ofSchool = '/timetable/home-schools/:homeSchoolId/health-norms';

/** What timetables are to keep for the sake of health: for everybody, and for students of home schools that want it otherwise. */
export const healthNormRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/health-norms',
    operationId: 'getHealthNorms',
    summary: 'What the school wants of every timetable for the sake of health.',
    permission: composeTimetable,
    output: HealthNormsView,
    handle: (scope) => showHealthNorms(scope),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/health-norms',
    operationId: 'changeHealthNorms',
    summary: 'Changes the health norms of the school.',
    permission: setHealthNorms,
    body: HealthNorms,
    output: HealthNormsView,
    precondition: true,
    problems: [gradesOverlap, normsBackwards],
    handle: (scope, { body, ifMatch }) => changeHealthNorms(scope, body, ifMatch),
  }),
  defineRead({
    path: '/timetable/school-norms',
    operationId: 'listSchoolNorms',
    summary: 'Which home schools have health norms of their own.',
    permission: composeTimetable,
    output: SchoolNormsList,
    handle: (scope) => listSchoolNorms(apis, scope),
  }),
  defineRead({
    path: ofSchool,
    operationId: 'getSchoolNorms',
    summary: 'What protects the students of a home school: its own health norms, or those of everybody.',
    permission: composeTimetable,
    params: HomeSchoolParams,
    output: SchoolNormsView,
    problems: [homeSchoolUnknown],
    handle: (scope, { params }) => showSchoolNorms(apis, scope, params.homeSchoolId),
  }),
  defineWrite({
    method: 'put',
    path: ofSchool,
    operationId: 'changeSchoolNorms',
    summary: 'Gives a home school health norms of its own, or changes them.',
    permission: setSchoolNorms,
    params: HomeSchoolParams,
    body: HealthNorms,
    output: SchoolNormsView,
    precondition: true,
    problems: [homeSchoolUnknown, gradesOverlap, normsBackwards],
    handle: (scope, { params, body, ifMatch }) => changeSchoolNorms(apis, scope, params.homeSchoolId, body, ifMatch),
  }),
  defineWrite({
    method: 'delete',
    path: ofSchool,
    operationId: 'dropSchoolNorms',
    summary: 'Takes the own health norms of a home school away, so that those of everybody hold again.',
    permission: setSchoolNorms,
    params: HomeSchoolParams,
    output: SchoolNormsView,
    precondition: true,
    problems: [homeSchoolUnknown],
    handle: (scope, { params, ifMatch }) => dropSchoolNorms(apis, scope, params.homeSchoolId, ifMatch),
  }),
];
