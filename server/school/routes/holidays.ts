import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { scopesFor } from '../access/reach.ts';
import { groupIdsWithin } from '../access/within.ts';
import { addHoliday, changeHoliday, removeHoliday } from '../commands/dates.ts';
import { editSchool, readSchool } from '../permissions.ts';
import { holidayUnknown, referenceUnknown, wholeSchoolOnly } from '../problems.ts';
import { Done, HolidayInput, HolidayList, HolidayParams, HolidayView } from '../schemas.ts';
import { holidayById, holidaysWithin } from '../store/dates.ts';
import type { Holiday } from '../views.ts';

async function shown(scope: ReadScope, id: string): Promise<Holiday> {
  const found = await holidayById(scope.db, id);
  if (!found) throw new Problem(holidayUnknown, { id });
  return found;
}

export const holidayRoutes = [
  defineRead({
    path: '/holidays',
    operationId: 'listHolidays',
    summary: 'Holidays of all groups, and of the groups within reach',
    permission: readSchool,
    output: HolidayList,
    handle: async (scope) => ({
      items: await holidaysWithin(scope.db, groupIdsWithin(scope, scopesFor(scope.actor, readSchool))),
    }),
  }),
  defineWrite({
    method: 'post',
    path: '/holidays',
    operationId: 'createHoliday',
    summary: 'Adds a holiday of one group or of all',
    permission: editSchool,
    body: HolidayInput,
    output: HolidayView,
    status: 201,
    problems: [referenceUnknown, wholeSchoolOnly],
    handle: async (scope, { body }) => shown(scope, await addHoliday(scope, body)),
  }),
  defineWrite({
    method: 'put',
    path: '/holidays/:holidayId',
    operationId: 'changeHoliday',
    summary: 'Changes a holiday',
    permission: editSchool,
    precondition: true,
    params: HolidayParams,
    body: HolidayInput,
    output: HolidayView,
    problems: [holidayUnknown, referenceUnknown, wholeSchoolOnly],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeHoliday(scope, params.holidayId, body, ifMatch);
      return shown(scope, params.holidayId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/holidays/:holidayId',
    operationId: 'deleteHoliday',
    summary: 'Deletes a holiday',
    permission: editSchool,
    params: HolidayParams,
    output: Done,
    problems: [holidayUnknown, wholeSchoolOnly],
    handle: async (scope, { params }) => {
      await removeHoliday(scope, params.holidayId);
      return {};
    },
  }),
];
