import { signedIn } from '../../access/permission.ts';
import type { AuditApi } from '../../audit/api.ts';
import { defineRead, defineWrite, type Route } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { setMyQuietHours, setQuietHoursOfSchool } from '../commands/setQuietHours.ts';
import { setSchoolQuietHours } from '../permissions.ts';
import { myQuietHours, schoolQuietHours } from '../queries/quietHours.ts';
import {
  HomeSchoolParams,
  MyQuietHours,
  MyQuietHoursView,
  SchoolQuietHours,
  SchoolQuietHoursList,
} from '../schemas.ts';

interface Apis {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly audit: AuditApi;
}

export const quietHoursRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/me/quiet-hours',
    operationId: 'getMyQuietHours',
    summary: 'When you are not disturbed by mail or on your phone.',
    permission: signedIn,
    output: MyQuietHoursView,
    handle: (scope) => myQuietHours(scope, apis.people),
  }),
  defineWrite({
    method: 'put',
    path: '/me/quiet-hours',
    operationId: 'setMyQuietHours',
    summary: 'Chooses when you are not disturbed.',
    permission: signedIn,
    body: MyQuietHours,
    output: MyQuietHoursView,
    handle: (scope, { body }) => setMyQuietHours(scope, apis.people, body),
  }),
  defineRead({
    path: '/quiet-hours',
    operationId: 'listSchoolQuietHours',
    summary: 'Which hours are quiet in the home schools that you answer for.',
    permission: setSchoolQuietHours,
    output: SchoolQuietHoursList,
    handle: (scope) => schoolQuietHours(scope, apis.school),
  }),
  defineWrite({
    method: 'put',
    path: '/home-schools/:homeSchoolId/quiet-hours',
    operationId: 'setSchoolQuietHours',
    summary: 'Says which hours are quiet for the families of a home school that have not chosen themselves.',
    permission: setSchoolQuietHours,
    params: HomeSchoolParams,
    body: SchoolQuietHours,
    output: SchoolQuietHoursList,
    handle: (scope, { params, body }) => setQuietHoursOfSchool(scope, apis, params.homeSchoolId, body),
  }),
];
