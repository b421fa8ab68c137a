import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { addHomeSchool, changeHomeSchool } from '../commands/homeSchools.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { externalIdTaken, homeSchoolUnknown, wholeSchoolOnly } from '../problems.ts';
import { HomeSchoolChange, HomeSchoolList, HomeSchoolParams, HomeSchoolView, NewHomeSchool } from '../schemas.ts';
import { homeSchoolById, homeSchools } from '../store/homeSchools.ts';
import type { HomeSchool } from '../views.ts';

async function shown(scope: ReadScope, id: string): Promise<HomeSchool> {
  const found = await homeSchoolById(scope.db, id);
  if (!found) throw new Problem(homeSchoolUnknown, { id });
  return found;
}

export const homeSchoolRoutes = [
  defineRead({
    path: '/home-schools',
    operationId: 'listHomeSchools',
    summary: 'All home schools',
    permission: readSchool,
    output: HomeSchoolList,
    handle: async (scope) => ({ items: await homeSchools(scope.db) }),
  }),
  defineRead({
    path: '/home-schools/:homeSchoolId',
    operationId: 'getHomeSchool',
    summary: 'One home school',
    permission: readSchool,
    params: HomeSchoolParams,
    output: HomeSchoolView,
    problems: [homeSchoolUnknown],
    handle: (scope, { params }) => shown(scope, params.homeSchoolId),
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
    handle: async (scope, { body }) => shown(scope, await addHomeSchool(scope, body)),
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
      return shown(scope, params.homeSchoolId);
    },
  }),
];
