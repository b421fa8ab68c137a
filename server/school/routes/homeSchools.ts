import { defineRead, defineWrite } from '../../http/route.ts';
import { addHomeSchool, changeHomeSchool } from '../commands/homeSchools.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { externalIdTaken, homeSchoolUnknown, wholeSchoolOnly } from '../problems.ts';
import { homeSchoolView, listHomeSchools } from '../queries/basics.ts';
import {
  HomeSchoolChange,
  HomeSchoolList,
  HomeSchoolParams,
  HomeSchoolView,
  NewHomeSchool,
} from '../schemas/school.ts';

export const homeSchoolRoutes = [
  defineRead({
    path: '/home-schools',
    operationId: 'listHomeSchools',
    summary: 'All home schools',
    permission: readSchool,
    output: HomeSchoolList,
    handle: listHomeSchools,
  }),
  defineRead({
    path: '/home-schools/:homeSchoolId',
    operationId: 'getHomeSchool',
    summary: 'One home school',
    permission: readSchool,
    params: HomeSchoolParams,
    output: HomeSchoolView,
    problems: [homeSchoolUnknown],
    handle: (scope, { params }) => homeSchoolView(scope, params.homeSchoolId),
  }),
  defineWrite({
    method: 'post',
    path: '/home-schools',
    operationId: 'createHomeSchool',
    summary: 'Adds a home school',
    permission: editSchool,
    body: NewHomeSchool,
    output: HomeSchoolView,
    status: 201,
    problems: [externalIdTaken, wholeSchoolOnly],
    handle: async (scope, { body }) => homeSchoolView(scope, await addHomeSchool(scope, body)),
  }),
  defineWrite({
    method: 'patch',
    path: '/home-schools/:homeSchoolId',
    operationId: 'changeHomeSchool',
    summary: 'Changes what is sent of a home school',
    permission: editSchool,
    precondition: true,
    params: HomeSchoolParams,
    body: HomeSchoolChange,
    output: HomeSchoolView,
    problems: [homeSchoolUnknown, externalIdTaken, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeHomeSchool(scope, params.homeSchoolId, body, ifMatch);
      return homeSchoolView(scope, params.homeSchoolId);
    },
  }),
];
